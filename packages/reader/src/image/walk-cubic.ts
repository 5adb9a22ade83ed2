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
  const x = grid[targetX * 4]! - 0.5;
  const y = grid[targetX * 4 + 1]! - 0.5;
  const stepX = grid[targetX * 4 + 2]!;
  const stepY = grid[targetX * 4 + 3]!;
  const { data, width, height } = plane;
  // What is read around a position inside the plane less a rim lies inside the plane.
  if (!staysWithin(x, stepX * (target.height - 1), width) || !staysWithin(y, stepY * (target.height - 1), height))
    walkAtBorder(plane, target, targetX, { x, y, stepX, stepY });
  else if (Math.abs(stepX) <= maxLean * Math.abs(stepY))
    walkAlong(data, target, targetX, { at: x, step: stepX, stride: 1 }, { at: y, step: stepY, stride: width });
  else if (Math.abs(stepY) <= maxLean * Math.abs(stepX))
    walkAlong(data, target, targetX, { at: y, step: stepY, stride: width }, { at: x, step: stepX, stride: 1 });
  else walkAskew(data, width, target, targetX, { x, y, stepX, stepY });
}

type Walk = { readonly x: number; readonly y: number; readonly stepX: number; readonly stepY: number };

/** Where a column begins on an axis of the plane, its step, and how far apart pixels are on it. */
type Axis = { readonly at: number; readonly step: number; readonly stride: number };

/** What is read beyond a position, and what a lean of half a pixel a row adds to it. */
const rim = { before: 2 + 1e-6, behind: 3 + 1e-6 } as const;

function staysWithin(from: number, along: number, length: number): boolean {
  const to = from + along;
  return Math.min(from, to) >= rim.before && Math.max(from, to) < length - rim.behind;
}

/** A column that runs along `main`, leaning a little along `side`. */
function walkAlong(data: Uint8Array, target: SamplingTarget, targetX: number, side: Axis, main: Axis): void {
  const lean = side.step / main.step;
  const origin = side.at - main.at * lean;
  const { stride } = main;
  let position = main.at;
  let before = Math.floor(position);
  let v0 = across(data, (before - 1) * stride, origin + (before - 1) * lean, side.stride);
  let v1 = across(data, before * stride, origin + before * lean, side.stride);
  let v2 = across(data, (before + 1) * stride, origin + (before + 1) * lean, side.stride);
  let v3 = across(data, (before + 2) * stride, origin + (before + 2) * lean, side.stride);
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    for (; before + 1 <= position; before++) {
      v0 = v1;
      v1 = v2;
      v2 = v3;
      v3 = across(data, (before + 3) * stride, origin + (before + 3) * lean, side.stride);
    }
    for (; before > position; before--) {
      v3 = v2;
      v2 = v1;
      v1 = v0;
      v0 = across(data, (before - 2) * stride, origin + (before - 2) * lean, side.stride);
    }
    out[at] = Math.min(Math.max(cubicOf(v0, v1, v2, v3, position - before), 0), 255) * greyLevel;
    position += main.step;
  }
}

/** The plane between pixels of a row, or of a column, which begins at `from`. */
function across(data: Uint8Array, from: number, position: number, stride: number): number {
  const before = position | 0;
  const at = from + before * stride;
  return cubicOf(data[at - stride]!, data[at]!, data[at + stride]!, data[at + 2 * stride]!, position - before);
}

/** A column in any direction: what is around each pixel is interpolated anew. */
function walkAskew(data: Uint8Array, width: number, target: SamplingTarget, targetX: number, walk: Walk): void {
  let { x, y } = walk;
  const out = target.data;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    const top = y | 0;
    const from = (top - 1) * width;
    const v0 = across(data, from, x, 1);
    const v1 = across(data, from + width, x, 1);
    const v2 = across(data, from + 2 * width, x, 1);
    const v3 = across(data, from + 3 * width, x, 1);
    out[at] = Math.min(Math.max(cubicOf(v0, v1, v2, v3, y - top), 0), 255) * greyLevel;
    x += walk.stepX;
    y += walk.stepY;
  }
}

function walkAtBorder(plane: GreyPlane, target: SamplingTarget, targetX: number, walk: Walk): void {
  let { x, y } = walk;
  const end = target.offset + targetX + target.height * target.width;
  for (let at = target.offset + targetX; at < end; at += target.width) {
    target.data[at] = Math.min(Math.max(cubicAtBorder(plane, x, y), 0), 255) * greyLevel;
    x += walk.stepX;
    y += walk.stepY;
  }
}

function cubicAtBorder({ data, width, height }: GreyPlane, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const v0 = acrossBorder(data, clampIndex(top - 1, height) * width, width, left, x - left);
  const v1 = acrossBorder(data, clampIndex(top, height) * width, width, left, x - left);
  const v2 = acrossBorder(data, clampIndex(top + 1, height) * width, width, left, x - left);
  const v3 = acrossBorder(data, clampIndex(top + 2, height) * width, width, left, x - left);
  return cubicOf(v0, v1, v2, v3, y - top);
}

function acrossBorder(data: Uint8Array, row: number, width: number, left: number, f: number): number {
  const v0 = data[row + clampIndex(left - 1, width)]!;
  const v1 = data[row + clampIndex(left, width)]!;
  const v2 = data[row + clampIndex(left + 1, width)]!;
  const v3 = data[row + clampIndex(left + 2, width)]!;
  return cubicOf(v0, v1, v2, v3, f);
}

/** At a share `f` of the way from the second value to the third. */
function cubicOf(v0: number, v1: number, v2: number, v3: number, f: number): number {
  return (
    v0 * f * (-0.5 + f * (1 - 0.5 * f)) +
    v1 * (1 + f * f * (-2.5 + 1.5 * f)) +
    v2 * f * (0.5 + f * (2 - 1.5 * f)) +
    v3 * f * f * (-0.5 + 0.5 * f)
  );
}

function clampIndex(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}
