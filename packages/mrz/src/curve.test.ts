import { expect, test } from 'vitest';
import { type Curve, evaluateCurve } from './curve.ts';

const curve: Curve = [
  [0, 10],
  [0.5, 50],
  [0.9, 85],
  [1, 95],
];

test('straight between the points, exact at them, level beyond', () => {
  const at = [Number.NEGATIVE_INFINITY, 0, 0.25, 0.5, 0.7, 0.9, 1, 2, Number.NaN];
  expect(at.map((x) => evaluateCurve(curve, x))).toEqual([10, 10, 30, 50, 67.5, 85, 95, 95, 10]);
});
