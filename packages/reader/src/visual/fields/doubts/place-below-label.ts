import type { TextLine } from '../../lines/measure-row.ts';
import { type FoundValues, medianCap } from '../find-by-order.ts';
import type { FoundLabel } from '../labels/find-labels.ts';

/** How far below its label a value may stand, in heights of its capitals. */
const farthest = 3.4;
/** Where no other pair tells: right below the label. */
const usual = 1.6;
/** A value begins or ends this far beyond its label at most. */
const beyond = 0.5;
/** It has room for two words of a sex at least. */
const minWidth = 4;

/**
 * Where the value of a label stands though no line was seen there, as far below it as other values
 * of the page stand below theirs; undefined where no value tells how high they are.
 */
export function placeBelowLabel(
  { reading: { line } }: FoundLabel,
  labels: readonly FoundLabel[],
  values: FoundValues,
): TextLine | undefined {
  const cap = medianCap(values);
  if (cap === undefined) return undefined;
  const drops = labels.flatMap(({ key, reading }) => {
    const value = key !== 'other' && values[key]?.stretches[0]?.reading.line;
    const drop = value ? value.baseLine - reading.line.baseLine : 0;
    return drop > cap && drop < farthest * cap ? drop : [];
  });
  const drop = drops.sort((a, b) => a - b)[drops.length >> 1] ?? usual * cap;
  const baseLine = line.baseLine + drop;
  const left = line.left - beyond * cap;
  return {
    ...line,
    left,
    right: Math.max(line.right + beyond * cap, left + minWidth * cap),
    capTop: baseLine - cap,
    baseLine,
  };
}
