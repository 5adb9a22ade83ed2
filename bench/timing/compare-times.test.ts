import { expect, test } from 'vitest';
import { compareTimes } from './compare-times.ts';

/** Numbers from 0 to 1 that look random and are the same each time (a Weyl sequence). */
const uniform = (count: number, start: number) => Array.from({ length: count }, (_, index) => (start + index * Math.SQRT2) % 1);
/** Times with the long tail that requests have. */
const times = (count: number, start: number, added = 0) => uniform(count, start).map((share) => added + 100 - 10 * Math.log(1 - share));

test('two samples of one distribution do not differ', () => {
  const { difference, margin, p } = compareTimes(times(2000, 0.1), times(2000, 0.7));
  expect(Math.abs(difference)).toBeLessThan(margin);
  expect(p).toBeGreaterThan(0.5);
});

test('a hundredth more is found and measured', () => {
  const { means, difference, margin, p } = compareTimes(times(2000, 0.1), times(2000, 0.7, 1));
  expect(p).toBeLessThan(1e-6);
  expect(difference).toBeCloseTo(1, 1);
  expect(margin).toBeLessThan(1);
  expect(means[1] - means[0]).toBe(difference);
});

test('p is that of a sum of ranks of 78, ten against ten: U is 23 and z is -2.04', () => {
  const one = [1, 2, 3, 4, 5, 8, 9, 12, 16, 18];
  const other = Array.from({ length: 20 }, (_, index) => index + 1).filter((rank) => !one.includes(rank));
  expect(compareTimes(one, other).p).toBeCloseTo(0.0413, 3);
});

test('times that are all the same do not differ', () => {
  expect(compareTimes(Array(50).fill(3), Array(50).fill(3))).toEqual({ means: [3, 3], difference: 0, margin: 0, p: 1 });
});
