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

/** On this long side a document that fills the picture shows its MRZ clearly, pixels. */
const firstLook = 512;
/** A small document in a large scan needs this. */
const finestLook = 1280;
/** Small pictures are enlarged up to this factor: the detector wants glyphs 4 pixels apart or more. */
const maxEnlarging = 2;
/** The finest look shows more than the first where it is this many times as large. */
const leastGain = 1.3;
/**
 * Characters have to be 4.8 pixels of the picture apart to be read, and where they are 3 pixels apart a look shows something of them: at this
 * share of the picture's size it does so of all that can be read.
 */
const telling = 0.625;
/** A look between the first and the finest one is worth its time where it is this many times as large as the one and as small as the other. */
const worthwhile = 1.25;

/** A look at the places of which the look before it shows hints. */
type FinerLook = {
  /** How long the picture's longer side is made for it, pixels. */
  readonly longSide: number;
  /** How clear the hints must be. */
  readonly levels: HintLevels;
};

/** How long the picture's longer side is made for the first look at it, pixels, and the finer looks, none where they would show no more. */
export function planSearch({ width, height }: { readonly width: number; readonly height: number }): {
  readonly first: number;
  readonly finer: readonly FinerLook[];
} {
  const longSide = Math.max(width, height);
  const first = Math.min(firstLook, longSide * maxEnlarging);
  const finest = Math.min(finestLook, longSide);
  if (finest < leastGain * first) return { first, finer: [] };
  const between = Math.max(worthwhile * first, telling * longSide);
  if (finest < worthwhile * between) return { first, finer: [{ longSide: finest, levels: hintLevels.faint }] };
  return {
    first,
    finer: [
      { longSide: between, levels: hintLevels.faint },
      { longSide: finest, levels: hintLevels.clear },
    ],
  };
}
