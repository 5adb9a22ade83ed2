/**
 * What the recogniser says about one line: `logProbs[step * classes + class]` is the natural logarithm of the probability of a class at a
 * step, a strip's column of 4 pixels. Class 0 is the blank, the others are those of the alphabet.
 */
export type LineColumns = { readonly logProbs: Float32Array; readonly steps: number; readonly classes: number };
