/**
 * A place in a plane: x to the right, y down, in pixels; the middle of the first pixel is (0.5,
 * 0.5).
 */
export type Point = { readonly x: number; readonly y: number };
