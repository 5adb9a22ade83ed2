import type { Overview } from './overview.ts';
import type { Region } from './region.ts';

/** Where the first look is nowhere even this certain, a finer one finds nothing either: of lines half as large as it wants, something shows. */
const certain = 0.1;
/** In so many cells: fewer are specks. */
const leastCells = 5;
/** Once something shows, what is this certain counts as well: of print that is too small for the look, zones show no more than other text. */
const faint = 0.04;
/** Cells of a tile's side: hints are gathered by tiles. */
const tile = 8;
/** Hints with no more cells than this twice over between them belong together. */
const around = 6;
/** What shows of a zone may be a part of it only: this share of a region's longer side is looked at with it on all sides. */
const margin = 0.5;

/** The regions of a picture in which the first look shows hints of a zone, in pixels of the picture; they do not overlap. */
export function findHints({ maps, cellWidth, cellHeight }: Overview): Region[] {
  if (countAbove(maps.probability, certain) < leastCells) return [];
  const { width, height } = maps;
  const hints: Region[] = [];
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const region = { left, top, right: left + tile, bottom: top + tile };
      if (hasHint(maps, region)) add(hints, grow(region, around, maps));
    }
  }
  const regions: Region[] = [];
  for (const hint of hints) add(regions, grow(hint, margin * Math.max(hint.right - hint.left, hint.bottom - hint.top), maps));
  return regions.map(({ left, top, right, bottom }) => ({
    left: left * cellWidth,
    top: top * cellHeight,
    right: right * cellWidth,
    bottom: bottom * cellHeight,
  }));
}

function countAbove(probability: Float32Array, least: number): number {
  let count = 0;
  for (const value of probability) if (value >= least) count++;
  return count;
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

function hasHint({ width, height, probability }: Overview['maps'], { left, top, right, bottom }: Region): boolean {
  for (let y = top; y < Math.min(height, bottom); y++) {
    for (let x = left; x < Math.min(width, right); x++) {
      if (probability[y * width + x]! >= faint) return true;
    }
  }
  return false;
}

/** Joins a region with all that it overlaps, and what it then overlaps. */
function add(regions: Region[], added: Region): void {
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
