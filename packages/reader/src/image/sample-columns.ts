import type { GreyPlane } from './plane.ts';
import { greyLevel, type SamplingGrid, type SamplingTarget } from './sampling-grid.ts';
import { walkCubic } from './walk-cubic.ts';

export type { SamplingGrid } from './sampling-grid.ts';

/**
 * Samples a target picture (grey 0..1) by walking down its columns through a plane: any mapping
 * from target to plane that is straight along columns takes a single resampling. Beyond its border
 * the plane repeats its last pixels.
 *
 * @param grid `width * oversampling` columns. With oversampling n, a pixel is the mean of n x n
 *   bilinear samples, which prevents aliasing when shrinking about n-fold; with 1, interpolation is
 *   cubic where `enlarging`, else bilinear
 */
export function sampleColumns(
  plane: GreyPlane,
  grid: SamplingGrid,
  target: SamplingTarget,
  oversampling: number,
  enlarging: boolean,
): void {
  const walk = oversampling > 1 ? walkAveraging : enlarging ? walkCubic : walkBilinear;
  for (let x = 0; x < target.width; x++) walk(plane, grid, target, x, oversampling);
}

/**
 * Planes come in halves, so that those of documents are shrunk less than this; those of a picture
 * of one pixel's width do not, and one pixel of a small view is hundreds of theirs.
 */
const maxOversampling = 16;

/**
 * Samples per pixel along each axis that shrinking needs, no more than 16.
 *
 * @param step pixels of the plane from one pixel of the target to the next
 * @param maxSingleStep the step up to which one sample is enough
 */
export function chooseOversampling(step: number, maxSingleStep: number): number {
  return step <= maxSingleStep ? 1 : Math.min(maxOversampling, Math.ceil(step - 0.2));
}

function walkBilinear(plane: GreyPlane, grid: SamplingGrid, target: SamplingTarget, targetX: number): void {
  // From pixel centres to indices.
  let x = grid[targetX * 4]! - 0.5;
  let y = grid[targetX * 4 + 1]! - 0.5;
  const stepX = grid[targetX * 4 + 2]!;
  const stepY = grid[targetX * 4 + 3]!;
  const isInside = staysInside(plane, x, y, stepX * (target.height - 1), stepY * (target.height - 1));
  const { data, width } = plane;
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    out[at] = (isInside ? interpolateInside(data, width, x, y) : interpolateAtBorder(plane, x, y)) * greyLevel;
    x += stepX;
    y += stepY;
  }
}

function walkAveraging(plane: GreyPlane, grid: SamplingGrid, target: SamplingTarget, targetX: number, oversampling: number): void {
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) out[at] = 0;
  const share = 1 / (255 * oversampling * oversampling);
  for (let column = targetX * oversampling; column < (targetX + 1) * oversampling; column++) {
    const stepX = grid[column * 4 + 2]! / oversampling;
    const stepY = grid[column * 4 + 3]! / oversampling;
    // From pixel centres to indices, and from the centre of the topmost pixel to that of its
    // topmost sample.
    let x = grid[column * 4]! - 0.5 - (stepX * (oversampling - 1)) / 2;
    let y = grid[column * 4 + 1]! - 0.5 - (stepY * (oversampling - 1)) / 2;
    const samples = target.height * oversampling - 1;
    const isInside = staysInside(plane, x, y, stepX * samples, stepY * samples);
    const { data, width } = plane;
    for (let at = target.offset + targetX; at < end; at += target.width) {
      let sum = 0;
      for (let k = 0; k < oversampling; k++) {
        sum += isInside ? interpolateInside(data, width, x, y) : interpolateAtBorder(plane, x, y);
        x += stepX;
        y += stepY;
      }
      out[at] = out[at]! + sum * share;
    }
  }
}

/** Whether all pixels that bilinear interpolation reads along a path exist. */
function staysInside({ width, height }: GreyPlane, x: number, y: number, alongX: number, alongY: number): boolean {
  const isWithin = (from: number, to: number, max: number) => Math.min(from, to) >= 0 && Math.max(from, to) < max - 1e-6;
  return isWithin(x, x + alongX, width - 1) && isWithin(y, y + alongY, height - 1);
}

function interpolateInside(data: Uint8Array, width: number, x: number, y: number): number {
  const left = x | 0;
  const top = y | 0;
  const from = top * width + left;
  const fx = x - left;
  const below = from + width;
  const upperLeft = data[from]!;
  const lowerLeft = data[below]!;
  const upper = upperLeft + (data[from + 1]! - upperLeft) * fx;
  const lower = lowerLeft + (data[below + 1]! - lowerLeft) * fx;
  return upper + (lower - upper) * (y - top);
}

function interpolateAtBorder({ data, width, height }: GreyPlane, x: number, y: number): number {
  const clampedX = Math.min(Math.max(x, 0), width - 1);
  const clampedY = Math.min(Math.max(y, 0), height - 1);
  const left = clampedX | 0;
  const top = clampedY | 0;
  const fx = clampedX - left;
  const at = top * width + left;
  const right = left + 1 < width ? 1 : 0;
  const below = top + 1 < height ? width : 0;
  const upper = (data[at] as number) * (1 - fx) + (data[at + right] as number) * fx;
  const lower = (data[at + below] as number) * (1 - fx) + (data[at + below + right] as number) * fx;
  return upper + (lower - upper) * (clampedY - top);
}

/** How far an interpolation reads beyond its position, pixels. */
const reach = 3;

/**
 * The rows of a plane, from the first to before the last, that sampling columns of this many steps
 * reads.
 */
export function rowsOfGrid(grid: SamplingGrid, steps: number): [from: number, to: number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < grid.length; at += 4) {
    const start = grid[at + 1]!;
    const end = start + grid[at + 3]! * steps;
    min = Math.min(min, start, end);
    max = Math.max(max, start, end);
  }
  return [Math.floor(min) - reach, Math.ceil(max) + reach];
}
