/** The lines of one zone drawn flat and upright, one below the other in memory: grey 0..1, [lines][1][32][width]. */
export type LineStrips = {
  readonly data: Float32Array;
  readonly lines: number;
  /** Pixels, a multiple of 8, the same for all lines. */
  readonly width: number;
};
