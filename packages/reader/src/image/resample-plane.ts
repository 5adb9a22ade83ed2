import { openKernels } from './kernels/open-kernels.ts';
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
 * weight: that of the k-th is `weights[k * count + i]`, with `count` the number of target pixels.
 */
type Taps = { readonly start: Int32Array; readonly weights: Float64Array; readonly perTarget: number };

/** A smaller part of a pixel is a rounding error: whole pixels stay whole. */
const negligible = 1e-6;
/** Bytes of the plane that are resampled at once, if a target row needs no more. */
const blockBytes = 262_144;

/**
 * Resamples an area of a plane to another size. When shrinking, each target pixel is the mean over
 * its part of the area; when enlarging, interpolation is bilinear.
 */
export function resamplePlane(plane: LazyPlane, area: PlaneArea, target: ResampleTarget, scratch: Scratch): void {
  const columns = planTaps(plane.width, area.left, area.width, target.width, 'columns', scratch);
  const rows = planTaps(plane.height, area.top, area.height, target.height, 'rows', scratch);
  const { data, width: stride } = plane.rows(rows.start[0]!, rows.start[target.height - 1]! + rows.perTarget);
  const rowsAtOnce = Math.max(rows.perTarget, Math.floor(blockBytes / stride));
  const row = openRow(stride, rowsAtOnce, columns, rows, target);
  let loaded = { from: 0, to: 0 };
  for (let y = 0; y < target.height; y++) {
    const first = rows.start[y]!;
    if (first < loaded.from || first + rows.perTarget > loaded.to) {
      loaded = { from: first, to: Math.min(plane.height, first + rowsAtOnce) };
      row.load(data.subarray(loaded.from * stride, loaded.to * stride));
    }
    target.data.set(row.resample(first - loaded.from, y), y * target.paddedWidth);
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
      const at = i + target * Math.min(Math.max(k - first, 0), perTarget - 1);
      weights[at]! += (Math.min(k + 1, low + span) - Math.max(k, low)) / span;
    }
  }
  return { start, weights, perTarget };
}

type Row = {
  /** Takes rows of the plane. */
  load(pixels: Uint8Array): void;
  /**
   * A target row of the rows from `first` on of those that were loaded; it holds until the next.
   */
  resample(first: number, y: number): Float32Array;
};

/** Opens the kernels for the rows of a target. */
function openRow(stride: number, rowsAtOnce: number, columns: Taps, rows: Taps, { width, height }: ResampleTarget): Row {
  const from = columns.start[0]!;
  const count = columns.start[width - 1]! + columns.perTarget - from;
  const even = Math.ceil(width / 2) * 2;
  const { kernels, bytes, floats, doubles, integers, areas } = openKernels(
    rowsAtOnce * stride,
    8 * height * rows.perTarget,
    8 * (count + 4),
    4 * even,
    8 * even * columns.perTarget,
    4 * even,
  );
  const [source, rowWeights, sums, starts, columnWeights, out] = areas as [number, number, number, number, number, number];
  for (let at = 0; at < height * rows.perTarget; at++) doubles[rowWeights / 8 + at] = rows.weights[at]! / 255;
  // What runs over the last column counts nothing.
  doubles.fill(0, columnWeights / 8, columnWeights / 8 + even * columns.perTarget);
  for (let tap = 0; tap < columns.perTarget; tap++) {
    doubles.set(columns.weights.subarray(tap * width, (tap + 1) * width), columnWeights / 8 + tap * even);
  }
  for (let x = 0; x < even; x++) integers[starts / 4 + x] = 8 * (columns.start[Math.min(x, width - 1)]! - from);
  const result = floats.subarray(out / 4, out / 4 + width);
  return {
    load: (pixels) => bytes.set(pixels, source),
    resample: (first, y) => {
      kernels.sumRows(source + first * stride + from, stride, rowWeights + 8 * y, 8 * height, rows.perTarget, sums, count);
      kernels.weighColumns(sums, starts, columnWeights, columns.perTarget, out, even);
      return result;
    },
  };
}
