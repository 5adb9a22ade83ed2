import { parseMrz } from '@ocr-web/mrz';
import { expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../test/visual/lay-lines.ts';
import { passport } from '../../../test/visual/read-laid-page.ts';
import { findFields } from '../fields/find-fields.ts';
import { listEmptyPlaces } from './empty-places.ts';

const today = '2026-11-29';
const small = 6;
const document = parseMrz([...passport], { today });

/**
 * Where lines are looked for on a page: left ends without what is drawn before them, base lines.
 */
function placesOf(lines: readonly LaidLine[]) {
  const readings = layLines(lines);
  const { named, others } = listEmptyPlaces(findFields(document, readings, today), readings);
  const round = (list: typeof named) => list.map(({ left, baseLine }) => [Math.round(left + 12), Math.round(baseLine)]);
  return { named: round(named), others: round(others), lines: [...named, ...others] };
}

const page: readonly LaidLine[] = [
  ['Surname', 100, 50, small],
  ['ERIKSSON', 100, 65],
  ['Passport No.', 400, 50, small],
  ['L898902C3', 400, 65],
  ['Date of birth', 100, 140, small],
  ['12 AUG 1974', 100, 155],
  ['Date of expiry', 400, 140, small],
  ['15 APR 2012', 400, 155],
];
const without = (text: string) => page.filter(([line]) => line !== text);

test('a page that was read has no place for more', () => {
  expect(placesOf(page)).toEqual({ named: [], others: [], lines: [] });
});

test('a value is looked for below its label, as far down as others stand below theirs', () => {
  expect(placesOf(without('15 APR 2012')).named).toEqual([[400, 155]]);
});

test('where the label was not found either, a value is looked for where its row crosses its column', () => {
  const { named, others } = placesOf(without('15 APR 2012').filter(([line]) => line !== 'Date of expiry'));
  expect([named, others]).toEqual([[], [[400, 155]]]);
});

test('a place ends before what was read beside it', () => {
  const { lines } = placesOf([...without('15 APR 2012'), ['PASSPORT OFFICE', 480, 155]]);
  expect(lines.filter(({ baseLine }) => baseLine === 155).map(({ right }) => right)).toEqual([473]);
});

test('nothing is looked for where nothing tells how high values are', () => {
  expect(placesOf([['Surname', 100, 50, small]])).toEqual({ named: [], others: [], lines: [] });
});
