/**
 * Where the columns of a target picture lie in a plane. Four numbers a column: the position (x, y)
 * of the centre of its topmost pixel and the step (dx, dy) to the pixel below, in pixels of the
 * plane.
 */
export type SamplingGrid = Float64Array;

/** Where sampled pixels go: grey 0..1, rows from `offset` on. */
export type SamplingTarget = { readonly data: Float32Array; readonly offset: number; readonly width: number; readonly height: number };
