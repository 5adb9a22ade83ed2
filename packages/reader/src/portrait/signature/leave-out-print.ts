import type { Glyph } from '../../visual/lines/find-glyphs.ts';
import { groupGlyphs } from '../../visual/lines/group-glyphs.ts';

/** So many capitals or digits in order are print. */
const minLetters = 4;
/** Tops and feet of its letters differ by this share of their height, and they are no wider. */
const tolerance = 0.12;
const maxAspect = 1.5;

/**
 * Glyphs without those that stand on a line as capitals and digits of print do: equally high, on
 * one base line.
 *
 * @param scale pixels a millimetre
 */
export function leaveOutPrint(glyphs: readonly Glyph[], scale: number): Glyph[] {
  const print = new Set<Glyph>();
  for (const row of groupGlyphs(glyphs, scale))
    for (const letter of row) {
      const alike = row.filter((other) => standsAs(other, letter));
      if (alike.length >= minLetters) for (const one of alike) print.add(one);
    }
  return glyphs.filter((glyph) => !print.has(glyph));
}

function standsAs({ left, top, right, bottom }: Glyph, other: Glyph): boolean {
  const most = Math.max(1, tolerance * (other.bottom - other.top));
  return Math.abs(top - other.top) <= most && Math.abs(bottom - other.bottom) <= most && right - left < maxAspect * (bottom - top);
}
