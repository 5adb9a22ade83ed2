import { allRows, wholePlane } from '../image/plane.ts';
import { stretchPixels } from '../image/stretch-pixels.ts';
import type { DecodedPage } from './decoded-picture.ts';
import type { PageSource } from './page-source.ts';

/** Less than this is rounding (99 and 98 lines an inch), more is no resolution of any device. */
const aspects = { min: 1.05, max: 4 };

/** A page in square pixels. */
export type SquarePage = Omit<PageSource, 'pixelAspect'> & Pick<DecodedPage, 'stored'>;

/**
 * Stretches a page whose pixels are not square along the direction in which it has fewer: no detail
 * is lost. A page that would become larger than a picture may be is left as it is.
 *
 * @param maxPixels width times height of a page at most
 */
export function squarePixels({ pixelAspect = 1, ...page }: PageSource, maxPixels: number): SquarePage {
  const ratio = Math.max(pixelAspect, 1 / pixelAspect);
  if (ratio < aspects.min || ratio > aspects.max) return page;
  const width = Math.round(page.width * Math.max(1, pixelAspect));
  const height = Math.round(page.height * Math.max(1, 1 / pixelAspect));
  if (width * height > maxPixels) return page;
  const sides = (level: number) => [Math.max(1, width >> level), Math.max(1, height >> level)] as const;
  return {
    width,
    height,
    stored: { width: page.width, height: page.height },
    coarsestDecoded: page.coarsestDecoded,
    decodePlane: async (level) => {
      const plane = allRows(await page.decodePlane(level));
      return wholePlane(stretchPixels({ ...plane, channels: 1 }, ...sides(level)));
    },
    decodeColours: async (level) => {
      const colours = await page.decodeColours(level);
      // It may be finer than was asked for.
      const [byX, byY] = [width / page.width, height / page.height];
      return stretchPixels({ ...colours, channels: 3 }, Math.round(colours.width * byX), Math.round(colours.height * byY));
    },
  };
}
