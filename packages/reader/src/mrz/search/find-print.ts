import type { GreyPlane } from '../../image/plane.ts';
import { joinRegion, type Region } from '../detector/region.ts';
import { searchTuning } from '../search-tuning.ts';

const { printTile: tile, minPrintContrast } = searchTuning.tiles;

/**
 * The regions of a small plane in which something is printed or drawn, in its pixels, each with a
 * margin of one tile; they do not overlap.
 */
export function findPrint(plane: GreyPlane): Region[] {
  const regions: Region[] = [];
  for (let top = 0; top < plane.height; top += tile) {
    for (let left = 0; left < plane.width; left += tile) {
      const right = Math.min(plane.width, left + tile);
      const bottom = Math.min(plane.height, top + tile);
      if (contrastOf(plane, { left, top, right, bottom }) < minPrintContrast) continue;
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
