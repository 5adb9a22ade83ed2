import { expect, test } from 'vitest';
import { estimateQuantile, latencyRange } from './latency-ranges.ts';

test('times fall into ranges whose bounds double', () => {
  expect([0, 10, 11, 40, 81_920, 81_921, 1e9].map(latencyRange)).toEqual([0, 0, 1, 2, 13, 14, 14]);
});

test('quantiles lie within the range that holds them', () => {
  const counts = new Map([
    [3, 90],
    [5, 10],
  ]);
  expect([0.5, 0.9, 0.95, 1].map((quantile) => estimateQuantile(counts, quantile))).toEqual([62, 80, 240, 320]);
  expect(estimateQuantile(new Map(), 0.5)).toBe(null);
});
