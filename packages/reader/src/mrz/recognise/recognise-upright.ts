import type { Network } from '../../runtime/network.ts';
import { type LineStrips, turnStrips } from '../line-strips.ts';
import { greedyDecode } from './greedy-decode.ts';
import { type LineLogits, measureLegibility } from './line-logits.ts';
import { recogniseLines } from './recognise-lines.ts';

/**
 * Print more legible than this is the right way up. Most of the rest is as well, but the other way
 * round is tried to make sure.
 */
const minUprightLegibility = 0.965;

/**
 * Characters for each step. A printed character takes four or five steps; with far fewer
 * characters, hardly any print was seen.
 */
const minCharacterDensity = 1 / 12;

/**
 * What the lines of a zone say, and whether the zone had to be turned by 180°, so that its last
 * line comes first.
 */
export type UprightLogits = { readonly logits: readonly LineLogits[]; readonly turned: boolean };

/**
 * Recognises the lines of a zone, and, if they are hardly legible, recognises them again turned by
 * 180°. The more legible way round wins, unless it shows no print and the other one does.
 */
export async function recogniseUpright(strips: LineStrips, network: Network): Promise<UprightLogits> {
  const logits = await recogniseLines(strips, network);
  const legibility = measureLegibility(logits);
  const showsPrint = isPrint(logits);
  if (showsPrint && legibility >= minUprightLegibility) return { logits, turned: false };
  const turnedLogits = await recogniseLines(turnStrips(strips), network);
  const isMoreLegible = measureLegibility(turnedLogits) > legibility;
  const turned = showsPrint === isPrint(turnedLogits) ? isMoreLegible : !showsPrint;
  return { logits: turned ? turnedLogits : logits, turned };
}

function isPrint(lines: readonly LineLogits[]): boolean {
  const characters = lines.reduce((sum, line) => sum + greedyDecode(line).text.length, 0);
  return characters >= minCharacterDensity * lines.reduce((sum, { steps }) => sum + steps, 0);
}
