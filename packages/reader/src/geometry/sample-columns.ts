import type { GreyPlane } from './grey-plane.ts';

/**
 * Where the columns of a target picture lie in a plane: four numbers a column, the place (x, y) of the middle of its topmost pixel and the
 * step (dx, dy) to the pixel below, in pixels of the plane.
 */
export type ColumnPaths = Float64Array;

type Target = { readonly data: Float32Array; readonly offset: number; readonly width: number; readonly height: number };

/**
 * Draws a target picture (grey 0..1) by walking down its columns through a plane: any map from target to plane that is straight along
 * columns, in one resampling. Beyond its border the plane repeats its last pixels.
 *
 * @param paths `width * oversampling` columns; with oversampling n the mean of n x n bilinear samples makes a pixel, which keeps fine
 *   structure from turning into false coarse structure when shrinking about n-fold; with 1, cubic interpolation where `enlarging`
 */
export function sampleColumns(plane: GreyPlane, paths: ColumnPaths, target: Target, oversampling: number, enlarging: boolean): void {
  target.data.fill(0, target.offset, target.offset + target.width * target.height);
  const share = 1 / (255 * oversampling * oversampling);
  for (let column = 0; column < target.width * oversampling; column++) {
    const x = Math.floor(column / oversampling);
    if (enlarging && oversampling === 1) walkCubic(plane, paths, column, target, x);
    else walkBilinear(plane, paths, column, target, x, oversampling, share);
  }
}

function walkBilinear(
  plane: GreyPlane,
  paths: ColumnPaths,
  column: number,
  target: Target,
  targetX: number,
  oversampling: number,
  share: number,
): void {
  const stepX = (paths[column * 4 + 2] as number) / oversampling;
  const stepY = (paths[column * 4 + 3] as number) / oversampling;
  // From pixel middles to indices, and from the middle of the topmost pixel to that of its topmost sample.
  let x = (paths[column * 4] as number) - 0.5 - (stepX * (oversampling - 1)) / 2;
  let y = (paths[column * 4 + 1] as number) - 0.5 - (stepY * (oversampling - 1)) / 2;
  const out = target.data;
  for (let row = 0; row < target.height; row++) {
    let sum = 0;
    for (let k = 0; k < oversampling; k++) {
      sum += interpolate(plane, x, y);
      x += stepX;
      y += stepY;
    }
    const at = target.offset + row * target.width + targetX;
    out[at] = (out[at] as number) + sum * share;
  }
}

function interpolate({ data, width, height }: GreyPlane, x: number, y: number): number {
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
function walkCubic({ data, width, height }: GreyPlane, paths: ColumnPaths, column: number, target: Target, targetX: number): void {
  let x = (paths[column * 4] as number) - 0.5;
  let y = (paths[column * 4 + 1] as number) - 0.5;
  const stepX = paths[column * 4 + 2] as number;
  const stepY = paths[column * 4 + 3] as number;
  for (let row = 0; row < target.height; row++) {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const fx = x - left;
    const x0 = clampIndex(left - 1, width);
    const x1 = clampIndex(left, width);
    const x2 = clampIndex(left + 1, width);
    const x3 = clampIndex(left + 2, width);
    const r0 = clampIndex(top - 1, height) * width;
    const r1 = clampIndex(top, height) * width;
    const r2 = clampIndex(top + 1, height) * width;
    const r3 = clampIndex(top + 2, height) * width;
    const value = cubic(
      cubic(data[r0 + x0] as number, data[r0 + x1] as number, data[r0 + x2] as number, data[r0 + x3] as number, fx),
      cubic(data[r1 + x0] as number, data[r1 + x1] as number, data[r1 + x2] as number, data[r1 + x3] as number, fx),
      cubic(data[r2 + x0] as number, data[r2 + x1] as number, data[r2 + x2] as number, data[r2 + x3] as number, fx),
      cubic(data[r3 + x0] as number, data[r3 + x1] as number, data[r3 + x2] as number, data[r3 + x3] as number, fx),
      y - top,
    );
    target.data[target.offset + row * target.width + targetX] = Math.min(Math.max(value, 0), 255) / 255;
    x += stepX;
    y += stepY;
  }
}

function clampIndex(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
