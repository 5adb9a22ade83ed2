import type { Glyph } from '../../visual/lines/find-glyphs.ts';

/** Ink that may be a signature; pixels of the page it was found on. */
export type Scrawl = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How much of it is written by a pen, square millimetres: see `looseness`. */
  readonly worth: number;
};

/** What may be a stroke of one, and is neither dirt nor a rule; millimetres. */
const strokeSize = { minWidth: 0.6, minHeight: 1.2, maxWidth: 65, maxHeight: 17 } as const;
/** A stroke that a signature is grown from is as large as small handwriting at least. */
const seed = { minHeight: 1.6, minLooseness: 2.5 } as const;
/** Letters of print cover more of their box than this, strokes of a pen less. */
const printFill = 0.5;
/** Strokes so far apart belong together: millimetres, or a share of the height. */
const maxGap = { millimetres: 1.2, share: 0.35 } as const;
/** A further stroke has so much of the height at least, and shares so much of its own. */
const minShare = 0.25;
const minCommon = 0.5;

/**
 * Finds ink that may be written by a pen: strokes that run into each other, each with what stands
 * beside it.
 *
 * @param scale pixels a millimetre
 */
export function findScrawls(glyphs: readonly Glyph[], scale: number): Scrawl[] {
  const strokes = glyphs.filter((glyph) => isStroke(glyph, scale));
  const seeds = strokes
    .map((glyph) => ({ glyph, loose: looseness(glyph, scale) }))
    .filter(({ glyph, loose }) => glyph.bottom - glyph.top >= seed.minHeight * scale && loose >= seed.minLooseness)
    .sort((a, b) => b.loose - a.loose);
  const taken = new Set<Glyph>();
  return seeds.flatMap(({ glyph }) => (taken.has(glyph) ? [] : growScrawl(glyph, strokes, taken, scale)));
}

function isStroke({ left, top, right, bottom }: Glyph, scale: number): boolean {
  const [width, height] = [(right - left) / scale, (bottom - top) / scale];
  const { minWidth, minHeight, maxWidth, maxHeight } = strokeSize;
  return width >= minWidth && width <= maxWidth && height >= minHeight && height <= maxHeight;
}

/**
 * Square millimetres of a glyph's box, as far as it is emptier than print: hardly any for letters,
 * many for long thin strokes in all directions.
 */
function looseness({ left, top, right, bottom, mass }: Glyph, scale: number): number {
  return Math.max(0, (right - left) * (bottom - top) - mass / printFill) / (scale * scale);
}

/** With the strokes beside it, and those beside these. */
function growScrawl(first: Glyph, strokes: readonly Glyph[], taken: Set<Glyph>, scale: number): Scrawl {
  let { left, top, right, bottom } = first;
  let worth = looseness(first, scale);
  taken.add(first);
  for (let grown = true; grown; ) {
    grown = false;
    for (const stroke of strokes) {
      if (taken.has(stroke) || !standsBeside(stroke, { left, top, right, bottom }, scale)) continue;
      taken.add(stroke);
      worth += looseness(stroke, scale);
      [left, top] = [Math.min(left, stroke.left), Math.min(top, stroke.top)];
      [right, bottom] = [Math.max(right, stroke.right), Math.max(bottom, stroke.bottom)];
      grown = true;
    }
  }
  return { left, top, right, bottom, worth };
}

function standsBeside(stroke: Glyph, { left, top, right, bottom }: Omit<Scrawl, 'worth'>, scale: number): boolean {
  const [height, whole] = [stroke.bottom - stroke.top, bottom - top];
  const gap = Math.max(stroke.left - right, left - stroke.right);
  const common = Math.min(stroke.bottom, bottom) - Math.max(stroke.top, top);
  if (height < minShare * whole || common < minCommon * Math.min(height, whole)) return false;
  return gap <= Math.max(maxGap.millimetres * scale, maxGap.share * whole);
}
