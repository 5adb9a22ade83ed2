import { expect, test } from 'vitest';
import { chooseLines } from './choose-lines.ts';
import type { MeasuredLine } from './measure-row.ts';

/** A line of capitals 10 pixels high, whose letters stand side by side from `left` to `right`. */
function lineOf(left: number, right: number, order = 1, letters: MeasuredLine['letters'] = [[left, right]]): MeasuredLine {
  return { left, right, capTop: 0, baseLine: 10, slope: 0, strength: 1, order, letters };
}

test('a part of a line is left out, whatever shade it was found in', () => {
  const whole = lineOf(0, 100);
  expect(chooseLines([lineOf(30, 100), whole, lineOf(0, 60)])).toEqual([whole]);
});

test('what is longer by disorder alone is left out', () => {
  const clean = lineOf(20, 100);
  expect(chooseLines([lineOf(0, 100, 0.8, [[20, 100]]), clean])).toEqual([clean]);
});

test('a disorderly line that has a letter more is kept beside the other one', () => {
  const clean = lineOf(20, 100);
  const longer = lineOf(0, 130, 0.6, [
    [10, 18],
    [20, 100],
  ]);
  expect(chooseLines([longer, clean])).toEqual([clean, longer]);
});

test('lines of other rows have nothing to do with each other', () => {
  const [upper, lower] = [lineOf(0, 100), { ...lineOf(0, 100), capTop: 12, baseLine: 22 }];
  expect(chooseLines([upper, lower])).toHaveLength(2);
});
