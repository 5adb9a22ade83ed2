import { expect, test } from 'vitest';
import { groupStrips } from './group-strips.ts';

test.each([
  ['no strips', [], 12, 100, []],
  ['a run that costs nothing: those of one width together', [40, 40, 48, 200], 12, 1, [2, 1, 1]],
  ['a run that costs more than padding', [40, 40, 48, 200], 12, 30, [3, 1]],
  ['a run that costs more than all', [40, 40, 48, 200], 12, 1000, [4]],
  ['no more than a run takes', [40, 40, 40, 40, 40], 2, 1000, [1, 2, 2]],
  ['padding a few for the sake of a run, never many', [40, 40, 40, 64, 72], 12, 50, [3, 2]],
])('%s', (_, widths, most, start, groups) => {
  expect(groupStrips(widths, most, start)).toEqual(groups);
});
