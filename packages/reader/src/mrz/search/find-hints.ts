import { containsPoint, type Quad } from '../../geometry/quad.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { joinRegion, type Region } from '../detector/region.ts';
import type { HintLevels } from './plan-search.ts';

/** Cells of a tile's side: hints are gathered by tiles. */
const tile = 8;
/** Hints with no more cells than this twice over between them belong together. */
const around = 6;
/** What shows of a zone may be a part of it only: this share of a region's longer side is looked at with it on all sides. */
const margin = 0.5;

/**
 * The regions of a picture in which a look shows hints of a zone, in pixels of the picture; they do not overlap.
 *
 * @param known zones that were found: what shows in them is no hint of another one
 */
export function findHints(overview: DetectionMap, levels: HintLevels, known: readonly Quad[]): Region[] {
  const { maps, cellWidth, cellHeight, origin } = overview;
  const hints: Region[] = [];
  for (const { left, top } of tilesWithHints(overview, levels, known)) {
    joinRegion(hints, grow({ left, top, right: left + tile, bottom: top + tile }, around, maps));
  }
  const regions: Region[] = [];
  for (const hint of hints) joinRegion(regions, grow(hint, margin * Math.max(hint.right - hint.left, hint.bottom - hint.top), maps));
  return regions.map(({ left, top, right, bottom }) => ({
    left: origin.x + left * cellWidth,
    top: origin.y + top * cellHeight,
    right: origin.x + right * cellWidth,
    bottom: origin.y + bottom * cellHeight,
  }));
}

/** The upper left corners of the tiles in which something shows, in cells. */
function tilesWithHints(
  { maps, cellWidth, cellHeight, origin }: DetectionMap,
  { certain, leastCells, faint }: HintLevels,
  known: readonly Quad[],
) {
  const { width, height, probability } = maps;
  const tilesAcross = Math.ceil(width / tile);
  const shows = new Uint8Array(tilesAcross * Math.ceil(height / tile));
  let clear = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const firstTile = tilesAcross * Math.floor(y / tile);
    for (let x = 0; x < width; x++, at++) {
      const value = probability[at]!;
      if (value < faint) continue;
      const middle = { x: origin.x + (x + 0.5) * cellWidth, y: origin.y + (y + 0.5) * cellHeight };
      if (known.some((quad) => containsPoint(quad, middle))) continue;
      if (value >= certain) clear++;
      shows[firstTile + Math.floor(x / tile)] = 1;
    }
  }
  if (clear < leastCells) return [];
  return Array.from(shows.keys())
    .filter((index) => shows[index] === 1)
    .map((index) => ({ left: tile * (index % tilesAcross), top: tile * Math.floor(index / tilesAcross) }));
}

/** With so many cells more on all sides, as far as there are any. */
function grow({ left, top, right, bottom }: Region, cells: number, { width, height }: DetectionMap['maps']): Region {
  return {
    left: Math.max(0, left - cells),
    top: Math.max(0, top - cells),
    right: Math.min(width, right + cells),
    bottom: Math.min(height, bottom + cells),
  };
}
