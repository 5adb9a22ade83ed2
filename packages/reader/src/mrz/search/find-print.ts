import type { GreyPlane } from '../../image/plane.ts';
import { joinRegion, type Region } from '../detector/region.ts';

/** Pixels of a tile's side. */
const tile = 16;
/** Grey levels between the darkest and the brightest pixel of a tile with print; bare paper, with its shadows and grain, shows fewer. */
const leastContrast = 40;

/** The regions of a small plane in which something is printed or drawn, in its pixels, with a tile's ground around; they do not overlap. */
export function findPrint(plane: GreyPlane): Region[] {
  const regions: Region[] = [];
  for (let top = 0; top < plane.height; top += tile) {
    for (let left = 0; left < plane.width; left += tile) {
      const right = Math.min(plane.width, left + tile);
      const bottom = Math.min(plane.height, top + tile);
      if (contrastOf(plane, { left, top, right, bottom }) < leastContrast) continue;
      joinRegion(regions, {
        left: Math.max(0, left - tile),
        top: Math.max(0, top - tile),
        right: Math.min(plane.width, right + tile),
        bottom: Math.min(plane.height, bottom + tile),
      });
    }
  }
  return regions;
}

function contrastOf({ data, width }: GreyPlane, { left, top, right, bottom }: Region): number {
  let darkest = 255;
  let brightest = 0;
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left; at < y * width + right; at++) {
      const value = data[at]!;
      if (value < darkest) darkest = value;
      if (value > brightest) brightest = value;
    }
  }
  return brightest - darkest;
}
