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
  // A plane narrower than a target pixel's taps leaves some beyond its end, without weight: they must be numbers all the same.
  const sums = scratch.floats('resample.sums', plane.width + columns.perTarget).fill(0);
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

/** The rows of the plane that make up a target row, weighted and added; several at a time, since memory is what this waits for. */
function sumRows(plane: GreyPlane, rows: Taps, y: number, sums: Float32Array): void {
  const { data, width, height } = plane;
  const weightOf = (tap: number) => (tap < rows.perTarget ? (rows.weights[y * rows.perTarget + tap] as number) / 255 : 0);
  const offsetOf = (tap: number) => Math.min((rows.start[y] as number) + tap, height - 1) * width;
  for (let tap = 0; tap < rows.perTarget; tap += 3) {
    const [w0, w1, w2] = [weightOf(tap), weightOf(tap + 1), weightOf(tap + 2)];
    const [o0, o1, o2] = [offsetOf(tap), offsetOf(tap + 1), offsetOf(tap + 2)];
    if (tap > 0 && w0 + w1 + w2 === 0) continue;
    const kept = tap === 0 ? 0 : 1;
    for (let x = 0; x < width; x++) {
      const sum = w0 * (data[o0 + x] as number) + w1 * (data[o1 + x] as number) + w2 * (data[o2 + x] as number);
      sums[x] = kept === 0 ? sum : (sums[x] as number) + sum;
    }
  }
}

function writeRow(sums: Float32Array, columns: Taps, target: Target, y: number): void {
  const { start, weights, perTarget } = columns;
  const offset = y * target.paddedWidth;
  const { data } = target;
  for (let x = 0; x < target.width; x++) {
    const first = start[x] as number;
    const at = x * perTarget;
    let sum = (weights[at] as number) * (sums[first] as number) + (weights[at + 1] as number) * (sums[first + 1] as number);
    for (let tap = 2; tap < perTarget; tap++) sum += (weights[at + tap] as number) * (sums[first + tap] as number);
    data[offset + x] = sum;
  }
  data.fill(data[offset + target.width - 1] as number, offset + target.width, offset + target.paddedWidth);
}
