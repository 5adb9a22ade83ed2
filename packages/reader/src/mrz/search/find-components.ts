import type { Scratch } from '../../image/scratch.ts';
import type { DetectorMaps } from '../detector/run-detector.ts';
import { searchTuning } from '../search-tuning.ts';
import { measureSegment, type TextSegment } from './measure-segment.ts';

const { minPeak, minActivity, minMass } = searchTuning.components;

/** The connected components of a probability map (8 neighbours, threshold with hysteresis). */
export function findComponents(maps: DetectorMaps, scratch: Scratch): TextSegment[] {
  const cells = maps.width * maps.height;
  const visited = scratch.integers('components.visited', cells);
  const queue = scratch.integers('components.queue', cells);
  visited.fill(0);
  const segments: TextSegment[] = [];
  for (let cell = 0; cell < cells; cell++) {
    if (visited[cell] !== 0 || (maps.probability[cell] as number) < minPeak) continue;
    const count = spread(maps, visited, queue, cell);
    const segment = measureSegment(maps, queue.subarray(0, count));
    if (segment.mass >= minMass) segments.push(segment);
  }
  return segments;
}

/**
 * Collects a cell's connected component at the start of `queue` and returns how many cells it has.
 */
function spread(maps: DetectorMaps, visited: Int32Array, queue: Int32Array, seed: number): number {
  const { width, height, probability } = maps;
  queue[0] = seed;
  visited[seed] = 1;
  let count = 1;
  for (let next = 0; next < count; next++) {
    const cell = queue[next] as number;
    const x = cell % width;
    const y = (cell - x) / width;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const neighbour = ny * width + nx;
        if (visited[neighbour] !== 0 || (probability[neighbour] as number) < minActivity) continue;
        visited[neighbour] = 1;
        queue[count++] = neighbour;
      }
    }
  }
  return count;
}
