import { findGlyphs, type Glyph } from '../../visual/lines/find-glyphs.ts';
import { findInk } from '../../visual/lines/find-ink.ts';
import { findRuns } from '../../visual/lines/find-runs.ts';
import type { FlatPage } from '../../visual/page/flatten-page.ts';
import { findScrawls, type Scrawl } from './find-scrawls.ts';
import { isSeal } from './is-seal.ts';
import { joinWords } from './join-words.ts';
import { leaveOutPrint } from './leave-out-print.ts';
import { contrastOf, contrastOfPrint } from './measure-contrast.ts';

/** Shades of ink in which a signature may stand free of what is printed under it. */
const shades = [2, 3] as const;
/** A pen is as dark as print, about; the ground is paler: shares of the contrast of print. */
const contrast = { ground: 0.4, pen: 0.7 } as const;
/**
 * Further above the lower edge of the portrait signatures are rare, and hardly any; millimetres.
 */
const above = { usual: 9, most: 18 } as const;
const minWeight = 0.2;

/**
 * Ink of a page that may be a signature, most like one first: by how loose its strokes are, how
 * dark, and where it stands.
 *
 * @param page whose vertical millimetres are from the lower edge of the portrait
 * @param isFree whether a pixel of it is of the picture, and of nothing that is known
 */
export function rateScrawls(page: FlatPage, isFree: (x: number, y: number) => boolean): Scrawl[] {
  const { width, height, scale } = page;
  const ink = findInk(page);
  const found = shades.flatMap((shade) => {
    const glyphs = findGlyphs(findRuns(ink, width, height, shade), shade, ink, width, page).filter((glyph) => isWhole(glyph, isFree));
    const print = contrastOfPrint(page, ink, glyphs);
    const strokes = leaveOutPrint(glyphs, scale).filter((glyph) => !isSeal(glyph, ink, width, scale));
    const rated = findScrawls(strokes, scale).map((scrawl) => {
      const weight = placeWeight(page.top + (scrawl.top + scrawl.bottom) / 2 / scale);
      const share = print === undefined ? 1 : contrastOf(page, ink, scrawl) / print;
      return { ...scrawl, worth: scrawl.worth * weight * clamp((share - contrast.ground) / (contrast.pen - contrast.ground)) };
    });
    return joinWords(rated, scale).filter(({ top, bottom }) => top > 1 && bottom < height - 1);
  });
  return withoutDoubles(found);
}

function isWhole({ left, top, right, bottom }: Glyph, isFree: (x: number, y: number) => boolean): boolean {
  const corners = isFree(left, top) && isFree(right, top) && isFree(right, bottom) && isFree(left, bottom);
  return corners && isFree((left + right) / 2, (top + bottom) / 2);
}

function placeWeight(y: number): number {
  return Math.max(minWeight, clamp((y + above.most) / (above.most - above.usual)));
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}

/** Of what was found in several shades once the best. */
function withoutDoubles(found: readonly Scrawl[]): Scrawl[] {
  const kept: Scrawl[] = [];
  for (const one of found.toSorted((a, b) => b.worth - a.worth)) if (!kept.some((other) => overlap(one, other))) kept.push(one);
  return kept;
}

function overlap(a: Scrawl, b: Scrawl): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
