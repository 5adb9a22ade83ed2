/** What the recogniser's classes after the first stand for; class 0 is the blank of connectionist temporal classification (CTC). */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

/** With the blank. */
export const classCount = alphabet.length + 1;

/**
 * What the recogniser says about one line: `logProbs[step * classes + class]` is the natural logarithm of the probability of a class at a
 * step, a strip's column of 4 pixels. Class 0 is the blank, the others are those of the alphabet.
 */
export type LineColumns = { readonly logProbs: Float32Array; readonly steps: number; readonly classes: number };

/**
 * How sure the recogniser is of what it sees, whatever that is: the geometric mean over all steps of all lines of the most probable
 * class's probability, 0 to 1. Print that lies the right way up comes close to 1, the same print upside down stays below.
 */
export function measureLegibility(lines: readonly LineColumns[]): number {
  let sum = 0;
  let count = 0;
  for (const { logProbs, steps, classes } of lines) {
    for (let step = 0; step < steps; step++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let at = step * classes; at < (step + 1) * classes; at++) top = Math.max(top, logProbs[at] as number);
      sum += top;
    }
    count += steps;
  }
  return count > 0 ? Math.exp(sum / count) : 0;
}
