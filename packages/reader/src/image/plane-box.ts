import type { GreyPlane } from './plane.ts';
import type { SamplingGrid } from './sampling-grid.ts';

/**
 * Pixels of a plane and around it, whose border is repeated there: `left` and `top` may lie outside
 * it.
 */
export type PlaneBox = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What interpolation reads before a position and behind it, and what a lean adds to that. */
const before = 3;
const behind = 5;

/** The pixels that are read to sample columns of so many pixels. */
export function boxOfColumns(plane: GreyPlane, grid: SamplingGrid, steps: number): PlaneBox {
  const [left, right] = reachOf(grid, 0, steps, plane.width);
  const [top, bottom] = reachOf(grid, 1, steps, plane.height);
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * From the first to before the last pixel along one axis, of which the plane has `length`.
 *
 * @param axis 0 for x, 1 for y
 */
function reachOf(grid: SamplingGrid, axis: 0 | 1, steps: number, length: number): [from: number, to: number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = axis; at < grid.length; at += 4) {
    const step = grid[at + 2]!;
    // Samples of one pixel reach half a step to either side of its middle.
    const start = grid[at]! - 0.5 - step / 2;
    const end = start + step * steps;
    min = Math.min(min, start, end);
    max = Math.max(max, start, end);
  }
  // Numbers that are none may stand for any pixel.
  if (!(min <= max)) return [-before, length + behind];
  return [clamp(min, length) - before, clamp(max, length) + behind];
}

/** The pixel at a position; beyond the plane all are like the first one there. */
function clamp(position: number, length: number): number {
  return position > -1 ? Math.floor(Math.min(position, length)) : -1;
}

/** Writes the pixels of a box into memory, row by row from `at` on. */
export function loadBox({ data, width, height }: GreyPlane, box: PlaneBox, memory: Uint8Array, at: number): void {
  const first = Math.min(Math.max(box.left, 0), width - 1);
  const last = Math.min(Math.max(box.left + box.width - 1, 0), width - 1);
  for (let row = 0; row < box.height; row++) {
    const from = Math.min(Math.max(box.top + row, 0), height - 1) * width;
    const start = at + row * box.width;
    memory.set(data.subarray(from + first, from + last + 1), start + first - box.left);
    if (first > box.left) memory.fill(data[from + first]!, start, start + first - box.left);
    if (last < box.left + box.width - 1) memory.fill(data[from + last]!, start + last - box.left + 1, start + box.width);
  }
}
