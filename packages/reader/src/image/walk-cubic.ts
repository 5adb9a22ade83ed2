import type { GreyPlane } from './plane.ts';
import { greyLevel, type SamplingGrid, type SamplingTarget } from './sampling-grid.ts';

/** A column that leans more than this across rows, or along them, takes no short cut. */
const maxLean = 0.5;

/**
 * Walks down a column of a target picture with cubic interpolation (Catmull-Rom), which goes
 * through the plane's own values and keeps strokes of small print sharp that bilinear would blur.
 *
 * A column that runs about along the plane's columns, or along its rows, is interpolated in two
 * passes (Catmull and Smith 1980): across it once for each row that it crosses, then along it for
 * each pixel. When enlarging, rows are fewer than pixels.
 */
export function walkCubic(plane: GreyPlane, grid: SamplingGrid, target: SamplingTarget, targetX: number): void {
  const { width, height } = plane;
  const stepX = Math.abs(grid[targetX * 4 + 2]!);
  const stepY = Math.abs(grid[targetX * 4 + 3]!);
  // What is read around a position inside the plane less a rim lies inside the plane.
  if (!staysWithin(grid, targetX * 4, target.height - 1, width) || !staysWithin(grid, targetX * 4 + 1, target.height - 1, height))
    walkAtBorder(plane, grid, target, targetX);
  else if (stepX <= maxLean * stepY && isShort(target, stepY)) walkAlong(plane, grid, target, targetX, true);
  else if (stepY <= maxLean * stepX && isShort(target, stepX)) walkAlong(plane, grid, target, targetX, false);
  else walkAskew(plane, grid, target, targetX);
}

/** What is read beyond a position, and what a lean of half a pixel a row adds to it. */
const rim = { before: 2 + 1e-6, behind: 3 + 1e-6 } as const;

/** @param at of a column's coordinate in the grid; its step is two further on */
function staysWithin(grid: SamplingGrid, at: number, steps: number, length: number): boolean {
  const from = grid[at]! - 0.5;
  const to = from + grid[at + 2]! * steps;
  return Math.min(from, to) >= rim.before && Math.max(from, to) < length - rim.behind;
}

// These walks are the innermost loops of drawing strips. They take no numbers with fractions and
// call little, so that engines put it all into one piece of code and keep numbers in registers.

/**
 * What a column meets where it crosses rows. Memory of this module, since a column is done before
 * anything else begins.
 */
const crossings = new Float64Array(4096);

/** Steps that are added up end this far from where they should at most, pixels. */
const roundings = 1e-7;

/** Whether a column's crossings have room. */
function isShort(target: SamplingTarget, step: number): boolean {
  return step * target.height < crossings.length - 8;
}

/**
 * A column that runs along the columns of the plane and leans a little, or, if not `isDown`, along
 * its rows.
 */
function walkAlong({ data, width }: GreyPlane, grid: SamplingGrid, target: SamplingTarget, targetX: number, isDown: boolean): void {
  const main = targetX * 4 + (isDown ? 1 : 0);
  const side = targetX * 4 + (isDown ? 0 : 1);
  const stride = isDown ? width : 1;
  const sideStride = isDown ? 1 : width;
  const step = grid[main + 2]!;
  const lean = grid[side + 2]! / step;
  let position = grid[main]! - 0.5;
  const origin = grid[side]! - 0.5 - position * lean;
  const last = position + step * (target.height - 1);
  const first = Math.floor(Math.min(position, last) - roundings) - 1;
  const count = Math.floor(Math.max(position, last) + roundings) + 3 - first;
  for (let row = 0; row < count; row++) {
    const place = origin + (first + row) * lean;
    const before = place | 0;
    const at = (first + row) * stride + before * sideStride;
    crossings[row] = cubicOf(data[at - sideStride]!, data[at]!, data[at + sideStride]!, data[at + 2 * sideStride]!, place - before);
  }
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    const before = position | 0;
    const row = before - first;
    const value = cubicOf(crossings[row - 1]!, crossings[row]!, crossings[row + 1]!, crossings[row + 2]!, position - before);
    out[at] = Math.min(Math.max(value, 0), 255) * greyLevel;
    position += step;
  }
}

/** A column in any direction: what is around each pixel is interpolated anew. */
function walkAskew({ data, width }: GreyPlane, grid: SamplingGrid, target: SamplingTarget, targetX: number): void {
  let x = grid[targetX * 4]! - 0.5;
  let y = grid[targetX * 4 + 1]! - 0.5;
  const stepX = grid[targetX * 4 + 2]!;
  const stepY = grid[targetX * 4 + 3]!;
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    const left = x | 0;
    const top = y | 0;
    const f = x - left;
    const g = y - top;
    const w0 = f * (-0.5 + f * (1 - 0.5 * f));
    const w1 = 1 + f * f * (-2.5 + 1.5 * f);
    const w2 = f * (0.5 + f * (2 - 1.5 * f));
    const w3 = f * f * (-0.5 + 0.5 * f);
    let from = (top - 1) * width + left;
    const v0 = data[from - 1]! * w0 + data[from]! * w1 + data[from + 1]! * w2 + data[from + 2]! * w3;
    from += width;
    const v1 = data[from - 1]! * w0 + data[from]! * w1 + data[from + 1]! * w2 + data[from + 2]! * w3;
    from += width;
    const v2 = data[from - 1]! * w0 + data[from]! * w1 + data[from + 1]! * w2 + data[from + 2]! * w3;
    from += width;
    const v3 = data[from - 1]! * w0 + data[from]! * w1 + data[from + 1]! * w2 + data[from + 2]! * w3;
    out[at] = Math.min(Math.max(cubicOf(v0, v1, v2, v3, g), 0), 255) * greyLevel;
    x += stepX;
    y += stepY;
  }
}

function walkAtBorder({ data, width, height }: GreyPlane, grid: SamplingGrid, target: SamplingTarget, targetX: number): void {
  let x = grid[targetX * 4]! - 0.5;
  let y = grid[targetX * 4 + 1]! - 0.5;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const f = x - left;
    const c0 = clampIndex(left - 1, width);
    const c1 = clampIndex(left, width);
    const c2 = clampIndex(left + 1, width);
    const c3 = clampIndex(left + 2, width);
    let row = clampIndex(top - 1, height) * width;
    const v0 = cubicOf(data[row + c0]!, data[row + c1]!, data[row + c2]!, data[row + c3]!, f);
    row = clampIndex(top, height) * width;
    const v1 = cubicOf(data[row + c0]!, data[row + c1]!, data[row + c2]!, data[row + c3]!, f);
    row = clampIndex(top + 1, height) * width;
    const v2 = cubicOf(data[row + c0]!, data[row + c1]!, data[row + c2]!, data[row + c3]!, f);
    row = clampIndex(top + 2, height) * width;
    const v3 = cubicOf(data[row + c0]!, data[row + c1]!, data[row + c2]!, data[row + c3]!, f);
    target.data[at] = Math.min(Math.max(cubicOf(v0, v1, v2, v3, y - top), 0), 255) * greyLevel;
    x += grid[targetX * 4 + 2]!;
    y += grid[targetX * 4 + 3]!;
  }
}

/** At a share `f` of the way from the second value to the third. */
function cubicOf(v0: number, v1: number, v2: number, v3: number, f: number): number {
  return v1 + 0.5 * f * (v2 - v0 + f * (2 * v0 - 5 * v1 + 4 * v2 - v3 + f * (3 * (v1 - v2) + v3 - v0)));
}

function clampIndex(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}
