import { type HintLevels, hintLevels } from './hint-levels.ts';

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
export type FinerLook = {
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
