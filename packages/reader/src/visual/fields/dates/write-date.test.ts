import { expect, test } from 'vitest';
import { isDoubtfulDate, withBothMarks, withEvenGaps } from './write-date.ts';

test.each(['12.08/74', '15 SEP.1949', '5.11.2003', '12 7 1973', '5 JAN 2003', '01 DEC/DEC 19', '11 GEN/IAN 1980'])(
  '%s is doubtful',
  (text) => {
    expect(isDoubtfulDate(text)).toBe(true);
  },
);

test.each(['12.08.1974', '12 07 73', '01 DEC/DÉC 19', '02 SEP/SEP 12', '26 AOÛT/AUG 17', '12 SEP 2003', '12-345-678', '1234-5-67890'])(
  '%s is not',
  (text) => {
    expect(isDoubtfulDate(text)).toBe(false);
  },
);

test('a gap or a mark of two that was missed is put in', () => {
  expect([withEvenGaps('14JAN /JAN 13'), withEvenGaps('24 Dec2017'), withEvenGaps('29JUL2004')]).toEqual([
    '14 JAN /JAN 13',
    '24 Dec 2017',
    '29JUL2004',
  ]);
  expect([withBothMarks('15 011980'), withBothMarks('1501.1980'), withBothMarks('15011980')]).toEqual([
    '15 01 1980',
    '15.01.1980',
    '15011980',
  ]);
});
