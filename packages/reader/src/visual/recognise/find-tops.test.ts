import { expect, test } from 'vitest';
import { findTops } from './find-tops.ts';

const logs = (...values: number[]) => Float32Array.from(values, Math.log);

test('the most believed class of each step, with its weight', () => {
  const logits = { logProbs: logs(0.9, 0.06, 0.04, 0.1, 0.3, 0.6, 0.2, 0.35, 0.45), steps: 3, classes: 3 };
  const { classes, logs: tops } = findTops(logits, Float32Array.of(0, 0, Math.log(0.5)));
  expect([...classes]).toEqual([0, 1, 1]);
  expect([...tops].map((top) => Math.round(100 * Math.exp(top)))).toEqual([90, 30, 35]);
});
