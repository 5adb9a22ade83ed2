import { expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { datePattern } from '../match/date-pattern.ts';
import { findPattern } from '../match/find-pattern.ts';
import { namePattern } from '../match/name-pattern.ts';
import { valueOfFound } from './found-value.ts';

const day = { year: 2021, month: 6, day: 26 };
const shownOf = (printed: string, pattern = datePattern(day, 4)) => {
  const { value, confidence } = valueOfFound(findPattern(pattern, layLines([[printed, 0, 20]]))[0]!);
  return [value, Math.round(confidence * 100) / 100];
};

test('a gap beside a month that was missed is put in; one that none prints is not', () => {
  expect(['26JUN 2021', '26 JUN2021', '26JUN2021', '26 JUN /JUN 2021'].map((text) => shownOf(text)[0])).toEqual([
    '26 JUN 2021',
    '26 JUN 2021',
    '26JUN2021',
    '26 JUN /JUN 2021',
  ]);
});

test('a date with two kinds of marks is not sure, nor is a name that has others beside it', () => {
  const name = namePattern(['ANNA']);
  expect([shownOf('26.06 2021'), shownOf('ANNA MARIA', name), shownOf('2. ANNA', name)]).toEqual([
    ['26.06 2021', 0.9],
    ['ANNA', 0.94],
    ['ANNA', 1],
  ]);
});
