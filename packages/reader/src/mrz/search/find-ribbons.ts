import type { Scratch } from '../../image/scratch.ts';
import type { DetectorMaps } from '../detector/run-detector.ts';
import { measureRibbon, type Ribbon } from './measure-ribbon.ts';

/** A ribbon needs one cell this certain; it then spreads over all connected cells that are at least faintly so. */
const certain = 0.5;
const faint = 0.2;
/** Sum of probabilities below which a ribbon is a speck. */
const minMass = 2.5;

/** The connected ribbons of a probability map (8 neighbours, threshold with hysteresis). */
export function findRibbons(maps: DetectorMaps, scratch: Scratch): Ribbon[] {
  const cells = maps.width * maps.height;
  const visited = scratch.integers('components.visited', cells);
  const queue = scratch.integers('components.queue', cells);
  visited.fill(0);
  const ribbons: Ribbon[] = [];
  for (let cell = 0; cell < cells; cell++) {
    if (visited[cell] !== 0 || (maps.probability[cell] as number) < certain) continue;
    const count = spread(maps, visited, queue, cell);
    const ribbon = measureRibbon(maps, queue.subarray(0, count));
    if (ribbon.mass >= minMass) ribbons.push(ribbon);
  }
  return ribbons;
}

/** Collects a cell's connected component at the start of `queue` and returns how many cells it has. */
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
        if (visited[neighbour] !== 0 || (probability[neighbour] as number) < faint) continue;
        visited[neighbour] = 1;
        queue[count++] = neighbour;
      }
    }
  }
  return count;
}
