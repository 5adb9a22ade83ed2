// Adding this to a float of less than 2^22 either way leaves the nearest integer, ties to even, in
// its last bits.

export const ROUNDING = 12582912;

/** ROUNDING as the bits of an integer: what is left above the integer. */
export const ROUNDING_BITS = 0x4b400000;
