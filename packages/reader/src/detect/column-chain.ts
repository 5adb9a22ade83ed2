/**
 * A ribbon followed from column to column through the maps of an upright crop. Parallel arrays, one entry a column in which the ribbon was
 * seen: column, height of its middle, thickness (sum of the probabilities there), all in cells, middles of cells at .5; and the highest
 * probability there.
 */
export type ColumnChain = {
  readonly column: number[];
  readonly middle: number[];
  readonly thickness: number[];
  readonly peak: number[];
  /** Sums of the direction vectors over the ribbon's cells, weighted by probability. */
  cosine: number;
  sine: number;
};
