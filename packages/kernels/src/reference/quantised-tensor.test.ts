import { expect, test } from 'vitest';
import { roundToEven, store } from './quantised-tensor.ts';

test('of two integers that are equally near, the even one', () => {
  expect([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.4999, 2.5001].map(roundToEven)).toEqual([-2, -2, 0, 0, 2, 2, 2, 3]);
});

test('what lies outside is cut off', () => {
  expect([-300, -10.5, 0, 10.5, 300].map((steps) => store(steps, { scale: 1, zero: 10 }))).toEqual([0, 0, 10, 20, 255]);
});
