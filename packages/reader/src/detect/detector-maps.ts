/**
 * What the detector says about a picture, one value a cell; a cell covers 4 x 4 pixels of the detector's input.
 * `probability` 0..1 that the cell lies on the core of an MRZ line; (`cosine`, `sine`) the reading direction there, x right, y down.
 */
export type DetectorMaps = {
  readonly width: number;
  readonly height: number;
  readonly probability: Float32Array;
  readonly cosine: Float32Array;
  readonly sine: Float32Array;
};
