import { expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { isAsHighAsPrint, isByPrint, linesOfPrint } from './stands-by-print.ts';

/** Pixels for each millimetre. */
const scale = 8;
const reach = { down: 6, across: 25 };
const print = linesOfPrint(layLines([['SURNAME', 100, 200, 14]]));
const mark = (left: number, baseLine: number, cap: number) => layLines([['M', left, baseLine, cap]])[0]!.line;

test.each([
  ['below a label', mark(100, 230, 15), true],
  ['on the same row', mark(260, 200, 14), true],
  ['far below', mark(100, 300, 14), false],
  ['far beside', mark(460, 200, 14), false],
])('a letter stands by print: %s', (_, line, expected) => {
  expect(isByPrint(line, print, reach, scale)).toBe(expected);
});

test.each([
  ['nearly as high', mark(900, 900, 15), true],
  ['higher', mark(100, 230, 22), false],
  ['lower', mark(100, 230, 9), false],
])('a letter has a height of print: %s', (_, line, expected) => {
  expect(isAsHighAsPrint(line, print)).toBe(expected);
});

test('what is short or illegible is no print', () => {
  expect(linesOfPrint(layLines([['AB', 0, 20]]))).toEqual([]);
  expect(linesOfPrint(layLines([['ABCDE', 0, 20]], 0.3))).toEqual([]);
});
