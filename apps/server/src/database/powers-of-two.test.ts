import { expect, test } from 'vitest';
import { inPowersOfTwo } from './powers-of-two.ts';

test.each([
  [0, []],
  [1, [1]],
  [7, [4, 2, 1]],
  [16, [16]],
  [45, [16, 16, 8, 4, 1]],
])('%i rows come in parts of %j, in their order', (count, lengths) => {
  const rows = Array.from({ length: count }, (_, index) => index);
  const parts = [...inPowersOfTwo(rows, 16)];
  expect(parts.map(({ length }) => length)).toEqual(lengths);
  expect(parts.flat()).toEqual(rows);
});
