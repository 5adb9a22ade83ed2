import { expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import type { TextLine } from '../lines/measure-row.ts';
import { readAgain } from './read-again.ts';

/** Pixels for each millimetre: capitals of 20 pixels are 2.5 high. */
const scale = 8;
/** A second look that is so sure of what it sees, and what it was asked for. */
function lookAgain(certainty: number, text: string) {
  const asked: TextLine[] = [];
  const read = (lines: readonly TextLine[]) => {
    asked.push(...lines);
    return Promise.resolve(lines.flatMap((line) => layLines([[text, 0, line.baseLine, 20]], certainty).map((look) => ({ ...look, line }))));
  };
  return { asked, read };
}
const textsOf = async (...[first, look]: [Parameters<typeof readAgain>[0], ReturnType<typeof lookAgain>]) =>
  (await readAgain(first, scale, look.read)).map(({ text }) => text);

test('a doubtful value is what the surer look says', async () => {
  const doubtful = layLines([['BILLUND', 0, 100, 20]], 0.7);
  expect(await textsOf(doubtful, lookAgain(0.9, 'ÅLBORG'))).toEqual(['ÅLBORG']);
  expect(await textsOf(doubtful, lookAgain(0.6, 'ÅLBORG'))).toEqual(['BILLUND']);
  expect(await textsOf(doubtful, lookAgain(0.75, 'ÅL'))).toEqual(['BILLUND']);
});

test('the look is at taller capitals', async () => {
  const look = lookAgain(0.9, 'ÅLBORG');
  await textsOf(layLines([['ALBORG', 0, 100, 20]], 0.7), look);
  expect(look.asked.map(({ capTop, baseLine }) => [Math.round(10 * capTop) / 10, baseLine])).toEqual([[77.2, 100]]);
});

test.each([
  ['sure', layLines([['BILLUND', 0, 100, 20]], 0.95)],
  ['hopeless', layLines([['BILLUND', 0, 100, 20]], 0.3)],
  ['of small letters, as labels are', layLines([['Place of birth', 0, 100, 20]], 0.7)],
  ['small', layLines([['BILLUND', 0, 100, 8]], 0.7)],
])('print is not looked at again where it is %s', async (_, first) => {
  const look = lookAgain(0.99, 'X');
  await textsOf(first, look);
  expect(look.asked).toEqual([]);
});
