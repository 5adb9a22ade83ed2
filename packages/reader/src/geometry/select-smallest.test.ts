import { expect, test } from 'vitest';
import { selectSmallest } from './select-smallest.ts';

test.each([
  ['ascending', [1, 2, 3, 4, 5, 6, 7]],
  ['descending', [7, 6, 5, 4, 3, 2, 1]],
  ['mixed', [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]],
  ['all alike', [2, 2, 2, 2]],
  ['one', [8]],
])('finds every rank as sorting does: %s', (_, numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  // Behind those that count there may be others.
  const found = numbers.map((_number, rank) => selectSmallest(Float64Array.of(...numbers, -1), numbers.length, rank));
  expect(found).toEqual(sorted);
});
