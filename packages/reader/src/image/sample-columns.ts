import type { GreyPlane } from './plane.ts';

/**
 * Where the pixels of a target picture lie in a plane, in pixels of the plane. There are four
 * numbers for each column of the target: the centre (x, y) of its topmost pixel, and the step
 * (dx, dy) to the pixel below.
 */
export type SamplingGrid = Float64Array;

type Target = { readonly data: Float32Array; readonly offset: number; readonly width: number; readonly height: number };

/**
 * Draws a target picture (grey 0..1) by walking down its columns through a plane: any map from target to plane that is straight along
 * columns, in one resampling. Beyond its border the plane repeats its last pixels.
 *
 * @param grid `width * oversampling` columns; with oversampling n the mean of n x n bilinear samples makes a pixel, which keeps fine
 *   structure from turning into false coarse structure when shrinking about n-fold; with 1, cubic interpolation where `enlarging`
 */
export function sampleColumns(plane: GreyPlane, grid: SamplingGrid, target: Target, oversampling: number, enlarging: boolean): void {
  const walk = oversampling > 1 ? walkAveraging : enlarging ? walkCubic : walkBilinear;
  for (let x = 0; x < target.width; x++) walk(plane, grid, target, x, oversampling);
}

/**
 * How many samples a pixel the averaging needs along each axis.
 *
 * @param step pixels of the plane from one pixel of the target to the next
 * @param sparseEnough the step up to which one sample will do
 */
export function chooseOversampling(step: number, sparseEnough: number): number {
  return step <= sparseEnough ? 1 : Math.ceil(step - 0.2);
}

function walkBilinear(plane: GreyPlane, grid: SamplingGrid, target: Target, targetX: number): void {
  // From pixel middles to indices.
  let x = grid[targetX * 4]! - 0.5;
  let y = grid[targetX * 4 + 1]! - 0.5;
  const stepX = grid[targetX * 4 + 2]!;
  const stepY = grid[targetX * 4 + 3]!;
  const isInside = staysInside(plane, x, y, stepX * (target.height - 1), stepY * (target.height - 1));
  const { data, width } = plane;
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    out[at] = (isInside ? interpolateInside(data, width, x, y) : interpolateAtBorder(plane, x, y)) / 255;
    x += stepX;
    y += stepY;
  }
}

function walkAveraging(plane: GreyPlane, grid: SamplingGrid, target: Target, targetX: number, oversampling: number): void {
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) out[at] = 0;
  const share = 1 / (255 * oversampling * oversampling);
  for (let column = targetX * oversampling; column < (targetX + 1) * oversampling; column++) {
    const stepX = grid[column * 4 + 2]! / oversampling;
    const stepY = grid[column * 4 + 3]! / oversampling;
    // From pixel middles to indices, and from the middle of the topmost pixel to that of its topmost sample.
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

/** Whether all indices from one end of a path to the other, and their successors, exist. */
function staysInside({ width, height }: GreyPlane, x: number, y: number, alongX: number, alongY: number): boolean {
  const isWithin = (from: number, to: number, most: number) => Math.min(from, to) >= 0 && Math.max(from, to) < most - 1e-6;
  return isWithin(x, x + alongX, width - 1) && isWithin(y, y + alongY, height - 1);
}

function interpolateInside(data: Uint8Array, width: number, x: number, y: number): number {
  const left = x | 0;
  const top = y | 0;
  const from = top * width + left;
  const fx = x - left;
  const upper = data[from]! + (data[from + 1]! - data[from]!) * fx;
  const lower = data[from + width]! + (data[from + width + 1]! - data[from + width]!) * fx;
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

/** Catmull-Rom: passes through the plane's own values and keeps strokes of small print crisp where bilinear would smear them. */
function walkCubic({ data, width, height }: GreyPlane, grid: SamplingGrid, target: Target, targetX: number): void {
  let x = grid[targetX * 4]! - 0.5;
  let y = grid[targetX * 4 + 1]! - 0.5;
  const stepX = grid[targetX * 4 + 2]!;
  const stepY = grid[targetX * 4 + 3]!;
  let at = target.offset + targetX;
  for (let row = 0; row < target.height; row++) {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const fx = x - left;
    const fy = y - top;
    const isInside = left >= 1 && left < width - 2 && top >= 1 && top < height - 2;
    const x0 = isInside ? left - 1 : clampIndex(left - 1, width);
    const x1 = isInside ? left : clampIndex(left, width);
    const x2 = isInside ? left + 1 : clampIndex(left + 1, width);
    const x3 = isInside ? left + 2 : clampIndex(left + 2, width);
    const r0 = (isInside ? top - 1 : clampIndex(top - 1, height)) * width;
    const r1 = (isInside ? top : clampIndex(top, height)) * width;
    const r2 = (isInside ? top + 1 : clampIndex(top + 1, height)) * width;
    const r3 = (isInside ? top + 2 : clampIndex(top + 2, height)) * width;
    const w0 = fx * (-0.5 + fx * (1 - 0.5 * fx));
    const w1 = 1 + fx * fx * (-2.5 + 1.5 * fx);
    const w2 = fx * (0.5 + fx * (2 - 1.5 * fx));
    const w3 = fx * fx * (-0.5 + 0.5 * fx);
    const v0 =
      w0 * (data[r0 + x0] as number) + w1 * (data[r0 + x1] as number) + w2 * (data[r0 + x2] as number) + w3 * (data[r0 + x3] as number);
    const v1 =
      w0 * (data[r1 + x0] as number) + w1 * (data[r1 + x1] as number) + w2 * (data[r1 + x2] as number) + w3 * (data[r1 + x3] as number);
    const v2 =
      w0 * (data[r2 + x0] as number) + w1 * (data[r2 + x1] as number) + w2 * (data[r2 + x2] as number) + w3 * (data[r2 + x3] as number);
    const v3 =
      w0 * (data[r3 + x0] as number) + w1 * (data[r3 + x1] as number) + w2 * (data[r3 + x2] as number) + w3 * (data[r3 + x3] as number);
    const value =
      v0 * fy * (-0.5 + fy * (1 - 0.5 * fy)) +
      v1 * (1 + fy * fy * (-2.5 + 1.5 * fy)) +
      v2 * fy * (0.5 + fy * (2 - 1.5 * fy)) +
      v3 * fy * fy * (-0.5 + 0.5 * fy);
    target.data[at] = Math.min(Math.max(value, 0), 255) / 255;
    at += target.width;
    x += stepX;
    y += stepY;
  }
}

function clampIndex(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

/** How far an interpolation reaches beyond the place that it is made for, pixels. */
const reach = 3;

/** The rows of a plane, from the first to before the last, that columns of so many steps need when they are sampled. */
export function rowsOfGrid(grid: SamplingGrid, steps: number): [from: number, to: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < grid.length; at += 4) {
    const start = grid[at + 1]!;
    const end = start + grid[at + 3]! * steps;
    least = Math.min(least, start, end);
    most = Math.max(most, start, end);
  }
  return [Math.floor(least) - reach, Math.ceil(most) + reach];
}
