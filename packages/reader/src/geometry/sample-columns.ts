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
  const samples = target.height * oversampling - 1;
  const isInside = staysInside(x, x + stepX * samples, 0, plane.width - 1) && staysInside(y, y + stepY * samples, 0, plane.height - 1);
  const { data, width } = plane;
  const out = target.data;
  let at = target.offset + targetX;
  for (let row = 0; row < target.height; row++) {
    let sum = 0;
    for (let k = 0; k < oversampling; k++) {
      if (isInside) {
        const left = x | 0;
        const top = y | 0;
        const from = top * width + left;
        const fx = x - left;
        const upper = (data[from] as number) * (1 - fx) + (data[from + 1] as number) * fx;
        const lower = (data[from + width] as number) * (1 - fx) + (data[from + width + 1] as number) * fx;
        sum += upper + (lower - upper) * (y - top);
      } else {
        sum += interpolateAtBorder(plane, x, y);
      }
      x += stepX;
      y += stepY;
    }
    out[at] = (out[at] as number) + sum * share;
    at += target.width;
  }
}

/** Whether all indices from one end of a path to the other, and their successors, exist. */
function staysInside(from: number, to: number, least: number, most: number): boolean {
  return Math.min(from, to) >= least && Math.max(from, to) < most - 1e-6;
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
function walkCubic({ data, width, height }: GreyPlane, paths: ColumnPaths, column: number, target: Target, targetX: number): void {
  let x = (paths[column * 4] as number) - 0.5;
  let y = (paths[column * 4 + 1] as number) - 0.5;
  const stepX = paths[column * 4 + 2] as number;
  const stepY = paths[column * 4 + 3] as number;
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
