/**
 * What the recogniser's classes 1 to 37 stand for. Class 0 is the blank of connectionist temporal
 * classification (CTC).
 */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** Classes of the recogniser, the blank included. */
export const classCount = alphabet.length + 1;

/**
 * The recogniser's answer for one line. A step is 4 pixels of the line's strip wide.
 *
 * `logProbs` has the shape [steps, classes]: `logProbs[step * classes + class]` is the natural
 * logarithm of the probability of a class at a step; those of a step add up to 1. Class 0 is the
 * blank, the others are those of {@link alphabet}.
 */
export type LineLogits = { readonly logProbs: Float32Array; readonly steps: number; readonly classes: number };

/**
 * How sure the recogniser is, 0 to 1: the probability of the most probable class, as the geometric
 * mean over all steps of all lines. It is close to 1 for print that is the right way up, and lower
 * for the same print upside down.
 */
export function measureLegibility(lines: readonly LineLogits[]): number {
  let sum = 0;
  let count = 0;
  for (const { logProbs, steps, classes } of lines) {
    for (let step = 0; step < steps; step++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let at = step * classes; at < (step + 1) * classes; at++) top = Math.max(top, logProbs[at]!);
      sum += top;
    }
    count += steps;
  }
  return count > 0 ? Math.exp(sum / count) : 0;
}
