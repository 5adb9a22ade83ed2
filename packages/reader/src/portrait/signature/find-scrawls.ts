import type { Glyph } from '../../visual/lines/find-glyphs.ts';

/** Ink that may be a signature; pixels of the page it was found on. */
export type Scrawl = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How much like a signature it looks: 0 to 1. */
  readonly worth: number;
};

/** Strokes that run into each other: larger than letters of print, smaller than the field. mm. */
const strokeSize = { minWidth: 5, maxWidth: 50, minHeight: 3, maxHeight: 16 } as const;
/** All of them together: twice as high as the largest print of a document, and wider than high. */
const size = { minWidth: 8, maxWidth: 50, minHeight: 5.5, maxHeight: 20 } as const;
/** Of its box a signature fills little; frames fill less, bold print and pictures more. */
const strokeFill = { min: 0.06, max: 0.35 } as const;
const maxFill = 0.24;
/** Strokes so near belong to it, millimetres. */
const gap = 1.5;
/** A length of strokes that is surely a signature's, and their usual width, millimetres. */
const longStroke = 60;
const strokeWidth = 0.5;

/** Fewer strokes are a stamp's or a pattern's as easily. */
const minWorth = 0.3;

/**
 * Finds ink that may be a signature.
 *
 * @param scale pixels a millimetre
 * @returns most like a signature first
 */
export function findScrawls(glyphs: readonly Glyph[], scale: number): Scrawl[] {
  const isStroke = ({ left, top, right, bottom, mass }: Glyph) => {
    const [width, height] = [(right - left) / scale, (bottom - top) / scale];
    const share = mass / ((right - left) * (bottom - top));
    return isOfSize(width, height, strokeSize) && share >= strokeFill.min && share <= strokeFill.max && width > 0.8 * height;
  };
  const scrawls = glyphs.filter(isStroke).map((seed) => growScrawl(seed, glyphs, scale));
  const alone = scrawls.filter(
    (one, index) => !scrawls.some((other, at) => isWithin(one, other) && (other.worth > one.worth || at < index)),
  );
  return alone.filter(({ worth }) => worth >= minWorth).sort((a, b) => b.worth - a.worth);
}

/** With the strokes around it that touch its box. */
function growScrawl(seed: Glyph, glyphs: readonly Glyph[], scale: number): Scrawl {
  const reach = gap * scale;
  let box = { left: seed.left, top: seed.top, right: seed.right, bottom: seed.bottom };
  let strokes = seed.mass;
  const taken = new Set<Glyph>([seed]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const glyph of glyphs) {
      if (taken.has(glyph) || !touches(glyph, box, reach) || !isAlike(glyph, seed)) continue;
      taken.add(glyph);
      strokes += glyph.mass;
      box = join(box, glyph);
      grown = true;
    }
  }
  const [width, height] = [(box.right - box.left) / scale, (box.bottom - box.top) / scale];
  const isSignature = isOfSize(width, height, size) && strokes <= maxFill * width * height * scale * scale;
  const strokeLength = strokes / (strokeWidth * scale) / scale;
  return { ...box, worth: isSignature ? Math.min(0.99, strokeLength / longStroke) : 0 };
}

function isOfSize(
  width: number,
  height: number,
  { minWidth, maxWidth, minHeight, maxHeight }: Readonly<Record<keyof typeof size, number>>,
): boolean {
  return width >= minWidth && width <= maxWidth && height >= minHeight && height <= maxHeight;
}

type Box = Omit<Scrawl, 'worth'>;

/** Not print beside it: what is added is a stroke as high as a third of the whole at least. */
function isAlike(glyph: Glyph, seed: Glyph): boolean {
  return glyph.bottom - glyph.top > (seed.bottom - seed.top) / 3;
}

function touches(a: Box, b: Box, reach: number): boolean {
  return a.left < b.right + reach && a.right > b.left - reach && a.top < b.bottom && a.bottom > b.top;
}

function isWithin(a: Box, b: Box): boolean {
  return a !== b && a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

function join(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
