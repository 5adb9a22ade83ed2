import type { Network } from '../../runtime/network.ts';
import { type LineStrips, turnStrips } from '../line-strips.ts';
import { decodeGreedily } from './decode-greedily.ts';
import { type LineColumns, measureLegibility } from './line-columns.ts';
import { recogniseLines } from './recognise-lines.ts';

/** Print more legible than this lies the right way up; below, most is the right way up too, but it is worth the time to make sure. */
const surelyUpright = 0.965;

/** Where print is seen, a character takes four or five steps: of fewer characters a step hardly any print is seen, however sure that is. */
const sparse = 1 / 12;

/** What the lines of a zone say, and whether the zone had to be turned by 180° for that, its last line being its first. */
export type UprightColumns = { readonly columns: readonly LineColumns[]; readonly turned: boolean };

/**
 * Recognises the lines of a zone, and where they are hardly legible, also turned by 180°: the more legible way round counts, but not if it
 * shows nothing where the other shows print.
 */
export async function recogniseUpright(strips: LineStrips, network: Network): Promise<UprightColumns> {
  const columns = await recogniseLines(strips, network);
  const legibility = measureLegibility(columns);
  const showsPrint = isPrint(columns);
  if (showsPrint && legibility >= surelyUpright) return { columns, turned: false };
  const turnedColumns = await recogniseLines(turnStrips(strips), network);
  const isMoreLegible = measureLegibility(turnedColumns) > legibility;
  const turned = showsPrint === isPrint(turnedColumns) ? isMoreLegible : !showsPrint;
  return { columns: turned ? turnedColumns : columns, turned };
}

function isPrint(lines: readonly LineColumns[]): boolean {
  const characters = lines.reduce((sum, line) => sum + decodeGreedily(line).text.length, 0);
  return characters >= sparse * lines.reduce((sum, { steps }) => sum + steps, 0);
}
