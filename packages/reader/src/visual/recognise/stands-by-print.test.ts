import { expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { linesOfPrint, standsByPrint } from './stands-by-print.ts';

/** Pixels for each millimetre. */
const scale = 8;
const print = linesOfPrint(layLines([['SURNAME', 100, 200, 14]]));
const mark = (left: number, baseLine: number, cap: number) => layLines([['M', left, baseLine, cap]])[0]!.line;

test.each([
  ['below a label, as high', mark(100, 230, 15), true],
  ['on the same row', mark(260, 200, 14), true],
  ['as high, and far below', mark(100, 300, 14), false],
  ['as high, and far beside', mark(460, 200, 14), false],
  ['near by, and of another height', mark(100, 230, 22), false],
])('a letter stands by print: %s', (_, line, expected) => {
  expect(standsByPrint(line, print, scale)).toBe(expected);
});

test('what is short or illegible is no print', () => {
  expect(linesOfPrint(layLines([['AB', 0, 20]]))).toEqual([]);
  expect(linesOfPrint(layLines([['ABCDE', 0, 20]], 0.3))).toEqual([]);
});
