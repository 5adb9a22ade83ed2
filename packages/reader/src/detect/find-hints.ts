import type { Overview } from './overview.ts';
import type { Region } from './region.ts';

/** Where the first look is not even this certain, a finer one finds nothing either: of lines half as large as it wants, something shows. */
const leastHint = 0.1;
/** Cells of a tile's side: hints are gathered by tiles. */
const tile = 8;
/** What shows of a small zone may be its end only: so many cells around a hint are looked at with it. */
const around = 16;

/** The regions of a picture in which an overview shows a hint of a zone, in pixels of the picture; they do not overlap. */
export function findHints({ maps, cellWidth, cellHeight }: Overview): Region[] {
  const { width, height } = maps;
  const regions: Region[] = [];
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      if (!hasHint(maps, left, top)) continue;
      addRegion(regions, {
        left: Math.max(0, left - around),
        top: Math.max(0, top - around),
        right: Math.min(width, left + tile + around),
        bottom: Math.min(height, top + tile + around),
      });
    }
  }
  return regions.map(({ left, top, right, bottom }) => ({
    left: left * cellWidth,
    top: top * cellHeight,
    right: right * cellWidth,
    bottom: bottom * cellHeight,
  }));
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
