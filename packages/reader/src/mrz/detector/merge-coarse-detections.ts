import { traceTuning } from '../trace-tuning.ts';
import type { DetectionMap } from './detection-map.ts';
import { type DetectorMaps, detectorGrid } from './run-detector.ts';
import type { ZoneCrop } from './sample-crop.ts';

const { cell } = detectorGrid;
const { maxCoarseness, trust } = traceTuning.merge;

/**
 * Raises the probabilities of a crop to what the coarser pass found at the same place: the detector
 * often sees print at one scale that it misses at another. Changes `maps`.
 */
export function mergeCoarseDetections(maps: DetectorMaps, crop: ZoneCrop, coarse: DetectionMap): void {
  const coarseness = Math.sqrt(coarse.cellWidth * coarse.cellHeight) / (cell * crop.scale);
  if (coarseness > maxCoarseness) return;
  const { direction, origin, scale } = crop;
  for (let row = 0; row < maps.height; row++) {
    for (let column = 0; column < maps.width; column++) {
      const right = (column + 0.5) * cell * scale;
      const down = (row + 0.5) * cell * scale;
      const x = (origin.x - coarse.origin.x + right * direction.x - down * direction.y) / coarse.cellWidth;
      const y = (origin.y - coarse.origin.y + right * direction.y + down * direction.x) / coarse.cellHeight;
      mergeCell(maps, row * maps.width + column, coarse.maps, x, y, direction);
    }
  }
}

function mergeCell(maps: DetectorMaps, at: number, seen: DetectorMaps, x: number, y: number, direction: { x: number; y: number }): void {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left + 1 >= seen.width || top + 1 >= seen.height) return;
  const fx = x - 0.5 - left;
  const fy = y - 0.5 - top;
  const corner = top * seen.width + left;
  const upper = (seen.probability[corner] as number) * (1 - fx) + (seen.probability[corner + 1] as number) * fx;
  const below = corner + seen.width;
  const lower = (seen.probability[below] as number) * (1 - fx) + (seen.probability[below + 1] as number) * fx;
  const coarseProbability = trust * (upper + (lower - upper) * fy);
  if (coarseProbability <= (maps.probability[at] as number)) return;
  const nearest = (top + Math.round(fy)) * seen.width + left + Math.round(fx);
  const cosine = seen.cosine[nearest] as number;
  const sine = seen.sine[nearest] as number;
  maps.probability[at] = coarseProbability;
  maps.cosine[at] = cosine * direction.x + sine * direction.y;
  maps.sine[at] = sine * direction.x - cosine * direction.y;
}
