import { type Curve, evaluateCurve } from '@ocr-web/mrz';

/**
 * From the probability that networks and format give a document to the share of such documents that
 * are right. Measured by `bench/calibration.ts` on synthetic pictures and then lowered, since real
 * pictures have faults that synthetic ones lack.
 */
export const measuredCurve: Curve = [
  [0, 0],
  [0.5, 0.5],
  [0.8, 0.8],
  [0.9, 0.92],
  [0.95, 0.955],
  [0.975, 0.98],
  [0.985, 0.99],
  [0.992, 0.995],
  [0.999, 0.999],
  [1, 1],
];

/**
 * The share of documents that are right, of those to which networks and format give this
 * probability.
 */
export function calibrate(probability: number): number {
  return evaluateCurve(measuredCurve, probability);
}
