import { darkInk, type Glyph } from '../../visual/lines/find-glyphs.ts';
import type { FlatPage } from '../../visual/page/flatten-page.ts';

type Box = Pick<Glyph, 'left' | 'top' | 'right' | 'bottom'>;

/** Letters of print: their height in millimetres, their width in heights, what they cover of it. */
const letter = { minHeight: 1.4, maxHeight: 4.5, maxAspect: 1.3, minFill: 0.25, maxFill: 0.8 } as const;
/** Values are darker than labels and patterns: so many of all letters are paler. */
const printQuantile = 0.7;

/** How much darker the ink in a box is than the paper between it, both on average: grey 0..1. */
export function contrastOf({ data, width }: FlatPage, ink: Uint8Array, { left, top, right, bottom }: Box): number {
  let [dark, darkCount, paper, paperCount] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left; at < y * width + right; at++) {
      if (ink[at]! >= darkInk) {
        dark += data[at]!;
        darkCount++;
      } else if (ink[at] === 0) {
        paper += data[at]!;
        paperCount++;
      }
    }
  }
  return darkCount > 0 && paperCount > 0 ? paper / paperCount - dark / darkCount : 0;
}

/** The same of the print on a page: of its darker letters; undefined where there are none. */
export function contrastOfPrint(page: FlatPage, ink: Uint8Array, glyphs: readonly Glyph[]): number | undefined {
  const contrasts = glyphs.filter((glyph) => isLetter(glyph, page.scale)).map((glyph) => contrastOf(page, ink, glyph));
  return contrasts.sort((a, b) => a - b)[Math.floor(printQuantile * contrasts.length)];
}

function isLetter({ left, top, right, bottom, mass }: Glyph, scale: number): boolean {
  const [width, height] = [right - left, bottom - top];
  const fill = mass / (width * height);
  const isHigh = height >= letter.minHeight * scale && height <= letter.maxHeight * scale;
  return isHigh && width < letter.maxAspect * height && fill >= letter.minFill && fill <= letter.maxFill;
}
