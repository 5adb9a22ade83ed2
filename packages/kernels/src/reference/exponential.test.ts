import { expect, test } from 'vitest';
import { exponential, logarithm } from './exponential.ts';

const steps = Array.from({ length: 4000 }, (_, step) => step);
const apart = (one: number, other: number) => Math.abs(one - other) / Math.abs(other);

test('e to the power of what is not above 0, to fifteen digits', () => {
  const farthest = Math.max(...steps.map((step) => apart(exponential(-step * 0.17), Math.exp(-step * 0.17))));
  expect(farthest).toBeLessThan(1e-15);
  expect([exponential(0), exponential(-701), exponential(-Infinity)]).toEqual([1, 0, 0]);
});

test('the logarithm of what is at least 1, to fifteen digits', () => {
  const farthest = Math.max(...steps.slice(1).map((step) => apart(logarithm(1 + step * 0.013), Math.log(1 + step * 0.013))));
  expect(farthest).toBeLessThan(1e-15);
  expect(logarithm(1)).toBe(0);
});
