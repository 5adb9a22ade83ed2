import type { GreyPlane } from './grey-plane.ts';
import type { Scratch } from './scratch.ts';

type Target = {
  /** Receives grey 0..1. */
  readonly data: Float32Array;
  /** Size of the resampled picture in the upper left corner of `data`, pixels. */
  readonly width: number;
  readonly height: number;
  /** Size of the whole of `data`; what lies beyond the picture repeats its last column and row. */
  readonly paddedWidth: number;
  readonly paddedHeight: number;
};

type Taps = { readonly start: Int32Array; readonly weights: Float32Array; readonly perTarget: number };

/** Resamples a whole plane to another size: each target pixel is the mean over its area when shrinking, bilinear when enlarging. */
export function resamplePlane(plane: GreyPlane, target: Target, scratch: Scratch): void {
  const columns = planTaps(plane.width, target.width, 'columns', scratch);
  const rows = planTaps(plane.height, target.height, 'rows', scratch);
  const sums = scratch.floats('resample.sums', plane.width);
  for (let y = 0; y < target.height; y++) {
    sumRows(plane, rows, y, sums);
    writeRow(sums, columns, target, y);
  }
  for (let y = target.height; y < target.paddedHeight; y++) {
    const from = (target.height - 1) * target.paddedWidth;
    target.data.copyWithin(y * target.paddedWidth, from, from + target.paddedWidth);
  }
}

/** Which source pixels make up each target pixel, and with what weights (they add up to one). */
function planTaps(source: number, target: number, name: string, scratch: Scratch): Taps {
  const step = source / target;
  const perTarget = step > 1 ? Math.ceil(step) + 1 : 2;
  const start = scratch.integers(`resample.${name}.start`, target);
  const weights = scratch.floats(`resample.${name}.weights`, target * perTarget);
  weights.fill(0);
  for (let i = 0; i < target; i++) {
    const low = step > 1 ? i * step : (i + 0.5) * step - 0.5;
    const span = Math.max(step, 1);
    const first = Math.min(Math.max(Math.floor(low), 0), Math.max(0, source - perTarget));
    start[i] = first;
    for (let k = Math.floor(low); k < low + span + (step > 1 ? 0 : 1); k++) {
      const weight = step > 1 ? (Math.min(k + 1, low + span) - Math.max(k, low)) / span : 1 - Math.abs(low - k);
      if (weight <= 0) continue;
      const at = i * perTarget + Math.min(Math.max(Math.min(Math.max(k, 0), source - 1) - first, 0), perTarget - 1);
      weights[at] = (weights[at] as number) + weight;
    }
  }
  return { start, weights, perTarget };
}

function sumRows(plane: GreyPlane, rows: Taps, y: number, sums: Float32Array): void {
  const { data, width, height } = plane;
  sums.fill(0);
  for (let tap = 0; tap < rows.perTarget; tap++) {
    const weight = (rows.weights[y * rows.perTarget + tap] as number) / 255;
    const row = (rows.start[y] as number) + tap;
    if (weight === 0 || row >= height) continue;
    const offset = row * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + weight * (data[offset + x] as number);
  }
}

function writeRow(sums: Float32Array, columns: Taps, target: Target, y: number): void {
  const { start, weights, perTarget } = columns;
  const offset = y * target.paddedWidth;
  for (let x = 0; x < target.width; x++) {
    const first = start[x] as number;
    let sum = 0;
    for (let tap = 0; tap < perTarget; tap++) {
      const weight = weights[x * perTarget + tap] as number;
      if (weight !== 0) sum += weight * (sums[first + tap] as number);
    }
    target.data[offset + x] = sum;
  }
  target.data.fill(target.data[offset + target.width - 1] as number, offset + target.width, offset + target.paddedWidth);
}
