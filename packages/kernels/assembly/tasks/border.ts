// What fillBorder() is told about a tensor.

/** Address of the tensor, its border included. */
export const ADDRESS = 0;
/** Bytes of a row with its border, and of what the border has at its ends. */
export const ROW = 4;
export const LEFT = 8;
export const RIGHT = 12;
/** Rows of the border above and below, and between them. */
export const ABOVE = 16;
export const BELOW = 20;
export const HEIGHT = 24;
/** Four bytes of the border. */
export const PATTERN = 28;
/** Bytes of the task. */
export const SIZE = 32;
