import type { Glyph } from './find-glyphs.ts';

/** Glyphs that stand beside each other on a line, from left to right. */
export type GlyphRow = readonly Glyph[];

/** What may be a letter, millimetres: small print is 1 high, names are up to 4. */
const minHeight = 0.75;
/** Letters that touch are one glyph; longer ones are rules and borders. */
export const largestGlyph = Object.freeze({ width: 45, height: 5 });
/** A letter covers so much of its box at least, a block or a bar more than that at most. */
const minFill = 0.12;
const maxFill = 0.93;
/** Neighbours on a line: share of the lower one's height that both have, and of their heights. */
const minOverlap = 0.5;
const maxRatio = 2.2;
/** Between two words of a line there is no more than this many heights. */
const maxGap = 1.4;

/**
 * Puts glyphs together to rows: each is linked to the nearest one to its right that stands on the
 * same line.
 *
 * @param scale pixels for each millimetre
 */
export function groupGlyphs(glyphs: readonly Glyph[], scale: number): GlyphRow[] {
  const letters = glyphs.filter((glyph) => isLetter(glyph, scale)).sort((a, b) => a.left - b.left);
  const links = new Int32Array(letters.length).map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (links[root] !== root) root = links[root]!;
    links[index] = root;
    return root;
  };
  const highest = largestGlyph.height * scale;
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index]!;
    const reach = maxGap * Math.min(highest, maxRatio * (letter.bottom - letter.top));
    // They are sorted, so that the first one that stands beside it is the nearest.
    for (let other = index + 1; other < letters.length && letters[other]!.left <= letter.right + reach; other++) {
      const { top, bottom } = letters[other]!;
      if (top >= letter.bottom || bottom <= letter.top || !standBeside(letter, letters[other]!)) continue;
      links[find(other)] = find(index);
      break;
    }
  }
  const rows = new Map<number, Glyph[]>();
  letters.forEach((letter, index) => {
    const root = find(index);
    const row = rows.get(root);
    if (row) row.push(letter);
    else rows.set(root, [letter]);
  });
  return [...rows.values()];
}

function isLetter({ left, top, right, bottom, mass }: Glyph, scale: number): boolean {
  const width = right - left;
  const height = bottom - top;
  const fill = mass / (width * height);
  if (height < minHeight * scale || height > largestGlyph.height * scale || width > largestGlyph.width * scale) return false;
  return fill >= minFill && (fill <= maxFill || width < height);
}

function standBeside(a: Glyph, b: Glyph): boolean {
  const high = a.bottom - a.top;
  const low = b.bottom - b.top;
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const taller = Math.max(high, low);
  const lower = Math.min(high, low);
  return (
    common >= minOverlap * lower && taller <= maxRatio * lower && b.left - a.right <= maxGap * taller && b.left - a.right > -0.6 * lower
  );
}
