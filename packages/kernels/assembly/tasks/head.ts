// What multiply(), drawMaps() and toLogProbabilities() are told.

/** Address of the activations, how many pixels they are, and channels of each. */
export const INPUT = 0;
export const COUNT = 4;
export const CHANNELS = 8;
/** What makes a stored activation one that is 0 for 0, an integer; the step of it, a float. */
export const ORIGIN = 12;
export const STEP = 16;
/** Address of the bias and, behind it, of the weights, doubles: CLASSES rounded up to four each. */
export const WEIGHTS = 20;
/** Numbers for each pixel, and fours of them. */
export const CLASSES = 24;
export const FOURS = 28;
/** Where four pixels of doubles find room. */
export const SCRATCH = 32;
/** Address of the products, four times FOURS a pixel. */
export const PRODUCTS = 36;
/** Address of the answer. */
export const OUTPUT = 40;
/** What is added to the length of a direction, a float. */
export const EPSILON = 44;
/** Bytes of the task. */
export const SIZE = 48;
