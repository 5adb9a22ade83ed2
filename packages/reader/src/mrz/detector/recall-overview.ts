import type { DetectionMap } from './detection-map.ts';
import { type DetectorMaps, detectorGrid } from './run-detector.ts';
import type { ZoneCrop } from './sample-crop.ts';

const { cell } = detectorGrid;
/** An overview whose cells are more than this many times as coarse as the crop's blurs lines into each other. */
const maxCoarseness = 1.6;
/** How much the overview's word counts where the crop's maps contradict it. */
const trust = 0.85;

/**
 * Adds to the maps of a crop what the overview of the whole picture saw at the same place: print that the detector overlooks at one size
 * it often sees at the other. Changes `maps`.
 */
export function recallOverview(maps: DetectorMaps, crop: ZoneCrop, overview: DetectionMap): void {
  const coarseness = Math.sqrt(overview.cellWidth * overview.cellHeight) / (cell * crop.scale);
  if (coarseness > maxCoarseness) return;
  const { direction, origin, scale } = crop;
  for (let row = 0; row < maps.height; row++) {
    for (let column = 0; column < maps.width; column++) {
      const right = (column + 0.5) * cell * scale;
      const down = (row + 0.5) * cell * scale;
      const x = (origin.x - overview.origin.x + right * direction.x - down * direction.y) / overview.cellWidth;
      const y = (origin.y - overview.origin.y + right * direction.y + down * direction.x) / overview.cellHeight;
      recallCell(maps, row * maps.width + column, overview.maps, x, y, direction);
    }
  }
}

function recallCell(maps: DetectorMaps, at: number, seen: DetectorMaps, x: number, y: number, direction: { x: number; y: number }): void {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left + 1 >= seen.width || top + 1 >= seen.height) return;
  const fx = x - 0.5 - left;
  const fy = y - 0.5 - top;
  const corner = top * seen.width + left;
  const upper = (seen.probability[corner] as number) * (1 - fx) + (seen.probability[corner + 1] as number) * fx;
  const below = corner + seen.width;
  const lower = (seen.probability[below] as number) * (1 - fx) + (seen.probability[below + 1] as number) * fx;
  const recalled = trust * (upper + (lower - upper) * fy);
  if (recalled <= (maps.probability[at] as number)) return;
  const nearest = (top + Math.round(fy)) * seen.width + left + Math.round(fx);
  const cosine = seen.cosine[nearest] as number;
  const sine = seen.sine[nearest] as number;
  maps.probability[at] = recalled;
  maps.cosine[at] = cosine * direction.x + sine * direction.y;
  maps.sine[at] = sine * direction.x - cosine * direction.y;
}
