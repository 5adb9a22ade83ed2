// What sumPixels() and sumWindows() are told.

/** Address of a tensor, and how many pixels of how many channels it has. */
export const PIXELS = 0;
export const COUNT = 4;
export const CHANNELS = 8;
/** Address of the sums of its pixels; bytes between two rows of them. */
export const SUMS = 12;
export const SUMS_ROW = 16;
/** Size of the windows, and sums between two of them. */
export const KERNEL_HEIGHT = 20;
export const KERNEL_WIDTH = 24;
export const STRIDE_Y = 28;
export const STRIDE_X = 32;
/** How many windows there are, and where their sums go. */
export const WIDTH = 36;
export const HEIGHT = 40;
export const WINDOWS = 44;
/** Bytes of the task. */
export const SIZE = 48;
