/** Pixels of the detector's input; packages/reader/models/manifest.json says the same. */
export const detectorGrid = Object.freeze({
  /** Sides are multiples of this. */
  granularity: 16,
  /** What a cell of its maps spans either way. */
  cell: 4,
});

/** The shortest side that the detector takes and that holds one of `length` pixels. */
export function detectorSide(length: number): number {
  return Math.ceil(length / detectorGrid.granularity) * detectorGrid.granularity;
}
