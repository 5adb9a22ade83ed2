import type { LazyPlane } from './plane.ts';
import type { Scratch } from './scratch.ts';

/** Where a resampled picture goes. */
export type ResampleTarget = {
  /** Receives grey 0..1. */
  readonly data: Float32Array;
  /** Size of the resampled picture in the upper left corner of `data`, pixels. */
  readonly width: number;
  readonly height: number;
  /** Size of all of `data`; beyond the picture its last column and row are repeated. */
  readonly paddedWidth: number;
  readonly paddedHeight: number;
};

/** A part of a plane, in its pixels; beyond the plane its border is repeated. */
export type PlaneArea = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/**
 * Target pixel i is the sum of the `perTarget` source pixels from `start[i]` on, each times its
 * weight.
 */
type Taps = { readonly start: Int32Array; readonly weights: Float64Array; readonly perTarget: number };

/** A smaller part of a pixel is a rounding error: whole pixels stay whole. */
const negligible = 1e-6;

/**
 * Resamples an area of a plane to another size. When shrinking, each target pixel is the mean over
 * its part of the area; when enlarging, interpolation is bilinear.
 */
export function resamplePlane(plane: LazyPlane, area: PlaneArea, target: ResampleTarget, scratch: Scratch): void {
  const columns = planTaps(plane.width, area.left, area.width, target.width, 'columns', scratch);
  const rows = planTaps(plane.height, area.top, area.height, target.height, 'rows', scratch);
  const { data, width } = plane.rows(rows.start[0]!, rows.start[target.height - 1]! + rows.perTarget);
  const from = columns.start[0]!;
  const sums = scratch.doubles('resample.sums', columns.start[target.width - 1]! + columns.perTarget);
  for (let y = 0; y < target.height; y++) {
    if (rows.perTarget === 1 && columns.perTarget === 1) {
      copyRow(data, rows.start[y]! * width, columns, target, y);
    } else if (rows.perTarget === 2 && columns.perTarget === 2) {
      blendRows(data, width, rows, columns, target, y);
    } else {
      sumRows(data, width, rows, y, sums, from);
      writeRow(sums, columns, target, y);
    }
    const end = (y + 1) * target.paddedWidth;
    target.data.fill(target.data[end - target.paddedWidth + target.width - 1]!, end - target.paddedWidth + target.width, end);
  }
  for (let y = target.height; y < target.paddedHeight; y++) {
    const last = (target.height - 1) * target.paddedWidth;
    target.data.copyWithin(y * target.paddedWidth, last, last + target.paddedWidth);
  }
}

/** The source pixels that make up each target pixel, and their weights, which add up to one. */
function planTaps(source: number, from: number, length: number, target: number, axis: 'columns' | 'rows', scratch: Scratch): Taps {
  const step = length / target;
  // When enlarging, the mean over one source pixel's width equals linear interpolation.
  const span = Math.max(step, 1);
  const lowOf = (i: number) => from + (i + 0.5) * step - span / 2;
  const firstOf = (low: number) => Math.floor(low + negligible);
  const lastOf = (low: number) => Math.ceil(low + span - negligible) - 1;
  let perTarget = 1;
  for (let i = 0; i < target; i++) perTarget = Math.max(perTarget, lastOf(lowOf(i)) - firstOf(lowOf(i)) + 1);
  perTarget = Math.min(perTarget, source);
  const start = scratch.integers(`resample.${axis}.start`, target);
  const weights = scratch.doubles(`resample.${axis}.weights`, target * perTarget).fill(0);
  for (let i = 0; i < target; i++) {
    const low = lowOf(i);
    const first = Math.min(Math.max(firstOf(low), 0), source - perTarget);
    start[i] = first;
    for (let k = firstOf(low); k <= lastOf(low); k++) {
      const at = i * perTarget + Math.min(Math.max(k - first, 0), perTarget - 1);
      weights[at]! += (Math.min(k + 1, low + span) - Math.max(k, low)) / span;
    }
  }
  return { start, weights, perTarget };
}

/** Grey 0..1 of each level: a division takes longer than all else that is done with a pixel. */
const greys = Float64Array.from({ length: 256 }, (_, level) => level / 255);

function copyRow(source: Uint8Array, row: number, { start }: Taps, { data, width, paddedWidth }: ResampleTarget, y: number): void {
  const offset = y * paddedWidth;
  const first = start[0]!;
  if (start[width - 1]! - first === width - 1) {
    for (let x = 0; x < width; x++) data[offset + x] = greys[source[row + first + x]!]!;
  } else {
    for (let x = 0; x < width; x++) data[offset + x] = greys[source[row + start[x]!]!]!;
  }
}

/**
 * Two rows and two columns for each pixel, as when shrinking a little: in one go, in which nothing
 * is written that is read again.
 */
function blendRows(data: Uint8Array, width: number, rows: Taps, columns: Taps, target: ResampleTarget, y: number): void {
  const upper = rows.start[y]! * width;
  const lower = upper + width;
  const w0 = rows.weights[2 * y]! / 255;
  const w1 = rows.weights[2 * y + 1]! / 255;
  const { start, weights } = columns;
  const offset = y * target.paddedWidth;
  for (let x = 0; x < target.width; x++) {
    const at = start[x]!;
    const left = w0 * data[upper + at]! + w1 * data[lower + at]!;
    const right = w0 * data[upper + at + 1]! + w1 * data[lower + at + 1]!;
    target.data[offset + x] = weights[2 * x]! * left + weights[2 * x + 1]! * right;
  }
}

/**
 * Adds up the weighted rows of the plane that make up a target row. Three at a time, since memory
 * bandwidth is the limit: one row at a time would read and write the sums three times as often.
 */
function sumRows(data: Uint8Array, width: number, { start, weights, perTarget }: Taps, y: number, sums: Float64Array, from: number): void {
  const weightOf = (tap: number) => (tap < perTarget ? weights[y * perTarget + tap]! / 255 : 0);
  for (let tap = 0; tap < perTarget; tap += 3) {
    const row = (start[y]! + tap) * width;
    if (tap === 0) layRows(data, row, width, weightOf(tap), weightOf(tap + 1), weightOf(tap + 2), sums, from);
    else addRows(data, row, width, weightOf(tap), weightOf(tap + 1), weightOf(tap + 2), sums, from);
  }
}

/**
 * Writes up to three rows, the first at `row`. Rows without weight are not read: they may not
 * exist.
 */
function layRows(data: Uint8Array, row: number, width: number, w0: number, w1: number, w2: number, sums: Float64Array, from: number): void {
  const second = row + width;
  const third = second + width;
  if (w2 !== 0) {
    for (let x = from; x < sums.length; x++) sums[x] = w0 * data[row + x]! + w1 * data[second + x]! + w2 * data[third + x]!;
  } else if (w1 !== 0) {
    for (let x = from; x < sums.length; x++) sums[x] = w0 * data[row + x]! + w1 * data[second + x]!;
  } else {
    for (let x = from; x < sums.length; x++) sums[x] = w0 * data[row + x]!;
  }
}

function addRows(data: Uint8Array, row: number, width: number, w0: number, w1: number, w2: number, sums: Float64Array, from: number): void {
  const second = w1 === 0 ? row : row + width;
  const third = w2 === 0 ? second : second + width;
  for (let x = from; x < sums.length; x++) sums[x]! += w0 * data[row + x]! + w1 * data[second + x]! + w2 * data[third + x]!;
}

function writeRow(sums: Float64Array, { start, weights, perTarget }: Taps, { data, width, paddedWidth }: ResampleTarget, y: number): void {
  const offset = y * paddedWidth;
  if (perTarget === 1) {
    for (let x = 0; x < width; x++) data[offset + x] = sums[start[x]!]!;
  } else if (perTarget === 2) {
    for (let x = 0; x < width; x++) {
      const from = start[x]!;
      data[offset + x] = weights[2 * x]! * sums[from]! + weights[2 * x + 1]! * sums[from + 1]!;
    }
  } else if (perTarget === 3) {
    for (let x = 0, at = 0; x < width; x++, at += 3) {
      const from = start[x]!;
      data[offset + x] = weights[at]! * sums[from]! + weights[at + 1]! * sums[from + 1]! + weights[at + 2]! * sums[from + 2]!;
    }
  } else {
    for (let x = 0, at = 0; x < width; x++) {
      let sum = 0;
      for (let tap = start[x]!; tap < start[x]! + perTarget; tap++, at++) sum += weights[at]! * sums[tap]!;
      data[offset + x] = sum;
    }
  }
}
