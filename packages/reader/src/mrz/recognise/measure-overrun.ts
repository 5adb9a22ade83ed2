import { stripGeometry } from '../line-strips.ts';
import type { LineLogits } from './line-logits.ts';

/**
 * Steps from a strip's end to its outermost character where the line ends there: the margin, and
 * half a character. A character more, and its centre lies in the margin, less than this away.
 */
const minSteps = stripGeometry.margin / 4 - 1;

/** Which ends of lines go on beyond where they were traced. */
export type Overrun = { readonly before: boolean; readonly after: boolean };

/**
 * Whether print goes on beyond the ends of a zone's lines: strips have a margin at either end, in
 * which no character stands unless lines were traced too short, as where a shadow crosses them.
 */
export function measureOverrun(lines: readonly LineLogits[]): Overrun {
  let before = false;
  let after = false;
  for (const { logProbs, steps, classes } of lines) {
    const isPrinted = (step: number) => topClass(logProbs.subarray(step * classes, (step + 1) * classes)) !== 0;
    for (let step = 0; step < Math.min(minSteps, steps); step++) {
      before ||= isPrinted(step);
      after ||= isPrinted(steps - 1 - step);
    }
  }
  return { before, after };
}

function topClass(row: Float32Array): number {
  let top = 0;
  for (let c = 1; c < row.length; c++) if (row[c]! > row[top]!) top = c;
  return top;
}
