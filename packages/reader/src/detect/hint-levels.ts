/** From which probabilities on cells of a look are hints of a zone that a finer look may show. */
export type HintLevels = {
  /** Where nothing is this certain, a finer look finds nothing either. */
  readonly certain: number;
  /** In so many cells: fewer are specks. */
  readonly leastCells: number;
  /** Once something shows, what is this certain counts as well. */
  readonly faint: number;
};

export const hintLevels = Object.freeze({
  /** For a look at which zones may be too small to show more than other text does: of lines half as large as it wants, something shows. */
  faint: Object.freeze({ certain: 0.1, leastCells: 5, faint: 0.04 }),
  /** For a look that shows all print that can be read. */
  clear: Object.freeze({ certain: 0.5, leastCells: 3, faint: 0.3 }),
}) satisfies Record<string, HintLevels>;
