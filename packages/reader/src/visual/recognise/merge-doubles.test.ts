import { expect, test } from 'vitest';
import { mergeDoubles } from './merge-doubles.ts';

/** A character at each step that is not blank. */
const merge = (steps: string) =>
  mergeDoubles(
    [...steps].flatMap((character, from) =>
      character === '_' ? [] : { character, confidence: from === 0 ? 0.6 : 0.9, from, to: from + 1 },
    ),
  );

test('a sign that is seen at its beginning and at its end is one, and as sure as the surer', () => {
  expect(merge('3_3_____1')).toEqual([
    { character: '3', confidence: 0.9, from: 0, to: 3 },
    { character: '1', confidence: 0.9, from: 8, to: 9 },
  ]);
});

test('two of them that stand apart are two, and so are narrow ones that stand close', () => {
  expect(['5______5', '1_1', 'l_l', '5_6'].map((steps) => merge(steps).length)).toEqual([2, 2, 2, 2]);
});

test('points and commas do not stand side by side, however far from each other', () => {
  expect(merge(',_____,').length).toBe(1);
  expect(merge('._.A.').length).toBe(3);
});
