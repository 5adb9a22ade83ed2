/** Straight lines through points (x, y) by rising x, x and y from 0 to 1. */
export type Curve = readonly (readonly [x: number, y: number])[];

/**
 * From the probability that the networks and the grammar give a document to how often documents of that probability are right.
 * Measured by `bench/calibration.ts` on synthetic pictures and then lowered: real pictures have faults that nobody draws.
 */
export const measuredCurve: Curve = [
  [0, 0],
  [0.5, 0.5],
  [0.8, 0.8],
  [0.9, 0.93],
  [0.95, 0.97],
  [0.965, 0.98],
  [0.98, 0.99],
  [0.985, 0.995],
  [0.999, 0.999],
  [1, 1],
];

/** The value of a curve at `x`. */
export function calibrate(x: number, curve: Curve = measuredCurve): number {
  for (let index = 1; index < curve.length; index++) {
    const [x0, y0] = curve[index - 1] as readonly [number, number];
    const [x1, y1] = curve[index] as readonly [number, number];
    if (x <= x1) return y0 + ((Math.max(x, x0) - x0) / (x1 - x0)) * (y1 - y0);
  }
  return 1;
}
