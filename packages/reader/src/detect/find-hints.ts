import type { Overview } from './overview.ts';
import type { Region } from './region.ts';

/** Where the first look is not even this certain, a finer one finds nothing either: of lines half as large as it wants, something shows. */
const leastHint = 0.1;
/** Cells of a tile's side: hints are gathered by tiles. */
const tile = 8;
/** Hints with no more cells than this twice over between them belong together. */
const around = 6;
/** What shows of a zone may be a part of it only: this share of a region's longer side is looked at with it on all sides. */
const margin = 0.5;

/** The regions of a picture in which an overview shows a hint of a zone, in pixels of the picture; they do not overlap. */
export function findHints({ maps, cellWidth, cellHeight }: Overview): Region[] {
  const { width, height } = maps;
  const hinted: Region[] = [];
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      if (hasHint(maps, left, top)) addRegion(hinted, grow({ left, top, right: left + tile, bottom: top + tile }, around, maps));
    }
  }
  const regions: Region[] = [];
  for (const region of hinted) {
    addRegion(regions, grow(region, margin * Math.max(region.right - region.left, region.bottom - region.top), maps));
  }
  return regions.map(({ left, top, right, bottom }) => ({
    left: left * cellWidth,
    top: top * cellHeight,
    right: right * cellWidth,
    bottom: bottom * cellHeight,
  }));
}

/** With so many cells more on all sides, as far as there are any. */
function grow({ left, top, right, bottom }: Region, cells: number, { width, height }: Overview['maps']): Region {
  return {
    left: Math.max(0, left - cells),
    top: Math.max(0, top - cells),
    right: Math.min(width, right + cells),
    bottom: Math.min(height, bottom + cells),
  };
}

function hasHint({ width, height, probability }: Overview['maps'], left: number, top: number): boolean {
  for (let y = top; y < Math.min(height, top + tile); y++) {
    for (let x = left; x < Math.min(width, left + tile); x++) {
      if (probability[y * width + x]! >= leastHint) return true;
    }
  }
  return false;
}

/** Joins a region with all that it overlaps, and what it then overlaps. */
function addRegion(regions: Region[], added: Region): void {
  let joined = added;
  for (let index = 0; index < regions.length; index++) {
    const other = regions[index]!;
    if (joined.right <= other.left || other.right <= joined.left || joined.bottom <= other.top || other.bottom <= joined.top) continue;
    regions.splice(index, 1);
    joined = {
      left: Math.min(joined.left, other.left),
      top: Math.min(joined.top, other.top),
      right: Math.max(joined.right, other.right),
      bottom: Math.max(joined.bottom, other.bottom),
    };
    index = -1;
  }
  regions.push(joined);
}
