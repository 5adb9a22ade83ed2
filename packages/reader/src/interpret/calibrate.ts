/**
 * From the probability that the networks and the grammar give a document to how often such documents are right. The recogniser is surer than
 * it should be on blurred print; the points are measured by `bench/calibration.ts`.
 */
const points: readonly (readonly [raw: number, calibrated: number])[] = [
  [0, 0],
  [0.5, 0.3],
  [0.9, 0.7],
  [0.99, 0.93],
  [0.999, 0.985],
  [1, 1],
];

/** Straight lines between the measured points. */
export function calibrate(raw: number): number {
  for (let index = 1; index < points.length; index++) {
    const [x0, y0] = points[index - 1] as readonly [number, number];
    const [x1, y1] = points[index] as readonly [number, number];
    if (raw <= x1) return y0 + ((Math.max(raw, x0) - x0) / (x1 - x0)) * (y1 - y0);
  }
  return 1;
}
