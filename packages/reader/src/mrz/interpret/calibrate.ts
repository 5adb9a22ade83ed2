import { type Curve, evaluateCurve } from '@ocr-web/mrz';

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

/** How often documents are right to which the networks and the grammar give a probability. */
export function calibrate(probability: number): number {
  return evaluateCurve(measuredCurve, probability);
}
