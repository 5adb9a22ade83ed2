import { expect, test } from 'vitest';
import { layLines } from '../../../../test/visual/lay-lines.ts';
import { parseDates } from './parse-dates.ts';

const parse = (...texts: string[]) =>
  parseDates(layLines(texts.map((text, index) => [text, 0, 20 * index])), 2026).map(({ iso, text }) => `${iso} ${text}`);

test('a month whose O or accent was misread is spelt as it is', () => {
  expect(parse('13 0CT 2012', '27 AO0T / AUG 12')).toEqual(['2012-10-13 13 OCT 2012', '2012-08-27 27 AOÛT / AUG 12']);
});

test('months of many languages, alone and in pairs', () => {
  expect(parse('04 BEA/MAY 1988', '04 MAG 1988', '04 KWI 1988', '04 OGO 1988', '29 MAR MAR 07').map((date) => date.slice(0, 10))).toEqual([
    '1988-05-04',
    '1988-05-04',
    '1988-04-04',
    '1988-08-04',
    '2007-03-29',
  ]);
});

test('dates on one line, with and without a mark between them', () => {
  const both = ['2002-08-12', '2012-08-12'];
  for (const text of ['12.08.2002 12.08.2012', '12.08.2002-12.08.2012', '12.08.200212.08.2012', '12AUG200212AUG2012'])
    expect(parse(text).map((date) => date.slice(0, 10))).toEqual(both);
});

test('the last digits of a longer number are no date', () => {
  expect(parse('112.08.1974', '12345 12 1974')).toEqual([]);
});

test('a date with different marks is half believed', () => {
  const [even, uneven] = ['11-01-13', '11-01 13'].map((text) => parseDates(layLines([[text, 0, 20]]), 2026)[0]!.confidence);
  expect(uneven).toBeLessThan(0.6 * even!);
});

test('a date of which one mark was missed is a date, and less believed', () => {
  expect(parse('1108.2014', '11.082014', '11082014')).toEqual(['2014-08-11 11.08.2014', '2014-08-11 11.08.2014']);
});

test('of a month one letter may be missed, or one too many seen', () => {
  expect(parse('29 CT 07', '29 MAR /AR 07', '14 JAN-LJAN 13')).toEqual([
    '2007-10-29 29 OCT 07',
    '2007-03-29 29 MAR /MAR 07',
    '2013-01-14 14 JAN-JAN 13',
  ]);
});

test('a stroke between two months that is seen as a digit is one', () => {
  expect(parse('01 JAN 7JAN 85')).toEqual(['1985-01-01 01 JAN /JAN 85']);
});

test('beside a month the same in another alphabet stays as it is', () => {
  expect(parse('25 BEP/SEP 13')).toEqual(['2013-09-25 25 BEP/SEP 13']);
});

test('a day or a month in one digit is less believed', () => {
  const [two, one] = ['11.05.09', '11.5.09'].map((text) => parseDates(layLines([[text, 0, 20]]), 2026)[0]!.confidence);
  expect(one).toBeLessThan(0.9 * two!);
});
