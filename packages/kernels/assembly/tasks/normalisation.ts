// What normalise() is told.

/** Address of the picture, floats, and its sides. */
export const PICTURE = 0;
export const WIDTH = 4;
export const HEIGHT = 8;
/** Address of the first activation, and bytes between two rows of them. */
export const OUTPUT = 12;
export const OUTPUT_ROW = 16;
/** What is added to the standard deviation, and the step of the quantisation, floats. */
export const EPSILON = 20;
export const STEP = 24;
/** Bounds of the rounded value, floats; what is added to its bits, an integer: rounding.ts. */
export const LOWEST = 28;
export const HIGHEST = 32;
export const SHIFT = 36;
/** Bytes of the task. */
export const SIZE = 40;
