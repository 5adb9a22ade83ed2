// What convolve() is told: where each four-byte number lies in its task. Read by the compiler of
// the kernels and by src/plan, so both know the same.

/** Address of the first activation that the first pixel needs. */
export const INPUT = 0;
/** Bytes of input between two rows of output, and between two pixels of a row. */
export const INPUT_ROW = 4;
export const INPUT_STEP = 8;
/** Address of the output's first pixel; bytes between its rows and between its pixels. */
export const OUTPUT = 12;
export const OUTPUT_ROW = 16;
export const OUTPUT_STEP = 20;
/** Pixels of the output. */
export const WIDTH = 24;
export const HEIGHT = 28;
/** Blocks of eight channels, and where they and their segments lie. */
export const BLOCKS = 32;
export const WEIGHTS = 36;
export const SEGMENTS = 40;
/** Address of the sums of the activations below the kernel, one a pixel; relaxed SIMD only. */
export const SUMS = 44;
/** Bounds of the rounded product, floats; what is added to its bits, an integer: rounding.ts. */
export const LOWEST = 48;
export const HIGHEST = 52;
export const SHIFT = 56;
/** Address of a tensor that is added, or 0; bytes between its rows and between its pixels. */
export const ADDEND = 60;
export const ADDEND_ROW = 64;
export const ADDEND_STEP = 68;
/** 1 where each pixel of the addend counts for two by two, else 0. */
export const DOUBLING = 72;
/** Factors of addend and product, and what is added to both, floats. */
export const ADDEND_FACTOR = 76;
export const PRODUCT_FACTOR = 80;
export const CONSTANT = 84;
/** Bytes of the task. */
export const SIZE = 88;
