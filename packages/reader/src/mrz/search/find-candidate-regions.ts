import { containsPoint, type Quad } from '../../geometry/quad.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { joinRegion, type Region } from '../detector/region.ts';
import { type DetectionThresholds, searchTuning } from '../search-tuning.ts';

const { tile, joinMargin } = searchTuning.regions;

/**
 * The regions in which a pass isActive enough activity to deserve a finer one, in pixels of the
 * picture; they do not overlap.
 *
 * @param known outlines of zones that were found: activity in them is no sign of another one
 */
export function findCandidateRegions(overview: DetectionMap, thresholds: DetectionThresholds, known: readonly Quad[]): Region[] {
  const { maps, cellWidth, cellHeight, origin } = overview;
  const active: Region[] = [];
  for (const { left, top } of activeTiles(overview, thresholds, known)) {
    joinRegion(active, grow({ left, top, right: left + tile, bottom: top + tile }, joinMargin, maps));
  }
  const regions: Region[] = [];
  for (const region of active) {
    const longSide = Math.max(region.right - region.left, region.bottom - region.top);
    joinRegion(regions, grow(region, thresholds.margin * longSide, maps));
  }
  return regions.map(({ left, top, right, bottom }) => ({
    left: origin.x + left * cellWidth,
    top: origin.y + top * cellHeight,
    right: origin.x + right * cellWidth,
    bottom: origin.y + bottom * cellHeight,
  }));
}

/** The upper left corners of the tiles with activity, in cells. */
function activeTiles(
  { maps, cellWidth, cellHeight, origin }: DetectionMap,
  { minPeak, minPeakCells, minActivity }: DetectionThresholds,
  known: readonly Quad[],
) {
  const { width, height, probability } = maps;
  const tilesAcross = Math.ceil(width / tile);
  const isActive = new Uint8Array(tilesAcross * Math.ceil(height / tile));
  let peakCells = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const firstTile = tilesAcross * Math.floor(y / tile);
    for (let x = 0; x < width; x++, at++) {
      const value = probability[at]!;
      if (value < minActivity) continue;
      const middle = { x: origin.x + (x + 0.5) * cellWidth, y: origin.y + (y + 0.5) * cellHeight };
      if (known.some((quad) => containsPoint(quad, middle))) continue;
      if (value >= minPeak) peakCells++;
      isActive[firstTile + Math.floor(x / tile)] = 1;
    }
  }
  if (peakCells < minPeakCells) return [];
  return Array.from(isActive.keys())
    .filter((index) => isActive[index] === 1)
    .map((index) => ({ left: tile * (index % tilesAcross), top: tile * Math.floor(index / tilesAcross) }));
}

/** With a margin of so many cells on all sides, clipped to the map. */
function grow({ left, top, right, bottom }: Region, cells: number, { width, height }: DetectionMap['maps']): Region {
  return {
    left: Math.max(0, left - cells),
    top: Math.max(0, top - cells),
    right: Math.min(width, right + cells),
    bottom: Math.min(height, bottom + cells),
  };
}
