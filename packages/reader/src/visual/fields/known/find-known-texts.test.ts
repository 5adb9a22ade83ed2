import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../../test/visual/lay-lines.ts';
import { readLaidPage } from '../../../../test/visual/read-laid-page.ts';
import { datePattern } from '../../match/date-pattern.ts';
import { numberPattern } from '../../match/number-pattern.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import { startSearch } from '../search.ts';
import { findKnownTexts } from './find-known-texts.ts';

function find(key: 'document_number' | 'expiry_date', pattern: TextPattern, text: string): string | undefined {
  const search = startSearch(layLines([[text, 0, 20]]));
  findKnownTexts([{ key, words: [], patterns: [pattern] }], search);
  return search.values[key]?.value;
}

test('a number is printed with zeros before it that the zone has no room for', () => {
  const number = numberPattern('590335801');
  expect(find('document_number', number, '000-5903358-01')).toBe('000-5903358-01');
  expect(find('document_number', number, '123-5903358-01')).toBe('5903358-01');
});

test('a word for number stands between series and number, and belongs to neither', () => {
  const number = numberPattern('SS099994');
  expect(
    ['SERIA SS NR 099994', 'SS N° 099994', 'SS 099994'].map((text) => find('document_number', number, text)?.replace(/ +/g, ' ')),
  ).toEqual(['SS 099994', 'SS 099994', 'SS 099994']);
  expect(find('document_number', number, 'SERIA SS NR 099991')).toBeUndefined();
});

test('a zero that is seen as D is one in a date', () => {
  expect(find('expiry_date', datePattern({ year: 2014, month: 1, day: 7 }, 4), 'D7/01/2014')).toBe('07/01/2014');
});

test('a stroke between two months that is seen as a digit is no day', () => {
  const of = (day: number) => datePattern({ year: 1985, month: 1, day }, 2);
  expect(find('expiry_date', of(7), '01 JAN 7JAN 85')).toBeUndefined();
  expect(find('expiry_date', of(1), '01 JAN 7JAN 85')).toBe('01 JAN /JAN 85');
  expect(find('expiry_date', of(7), '7 JAN 85')).toBe('7 JAN 85');
});

test('no document expires a century before the year that was taken', () => {
  const day = { year: 2011, month: 10, day: 7 };
  expect(find('expiry_date', datePattern(day, 4, false), '07.10.1911')).toBeUndefined();
  expect(find('expiry_date', datePattern(day, 4), '07.10.1911')).toBe('07.10.1911');
});

test('a number of letters and digits in any order is one beside its label', () => {
  const { values } = readLaidPage(undefined, [
    ['N° DU DOCUMENT / Document No', 100, 50, 6],
    ['X4RTBPFW4', 100, 65],
  ]);
  expect(values.document_number).toBe('X4RTBPFW4');
});

describe('one word that the zone has as surname and as given name', () => {
  const zone = ['P<UTOANNA<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
  const checksOf = (...lines: LaidLine[]) => {
    const { surname, given_names } = readLaidPage(zone, lines).checks;
    return [surname, given_names];
  };

  test('matches where it is printed twice, also on one line, and neither where once', () => {
    expect(checksOf(['ANNA', 100, 65], ['ANNA', 100, 95])).toEqual(['match', 'match']);
    expect(checksOf(['ANNA, ANNA', 100, 65])).toEqual(['match', 'match']);
    expect(checksOf(['ANNA', 100, 95])).toEqual(['not_found', 'not_found']);
  });
});

test('a surname that is printed only as one of the given names is not found', () => {
  const zone = ['P<UTOMARIA<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
  expect(readLaidPage(zone, [['ANNA MARIA', 100, 95]]).checks).toMatchObject({ surname: 'not_found', given_names: 'match' });
  expect(
    readLaidPage(zone, [
      ['MARIA', 100, 65],
      ['ANNA MARIA', 100, 95],
    ]).checks.surname,
  ).toBe('match');
});

test.each([
  ['L898903C3', 'mismatch'],
  ['L898902Cs', 'not_found'],
  ['L8989o2C3', 'not_found'],
])('a number that is printed %s is a %s: numbers have no small letters', (printed, check) => {
  const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
  const { checks } = readLaidPage(zone, [
    ['Passport No', 100, 50, 6],
    [printed, 100, 65],
    ['ERIKSSON', 100, 95],
  ]);
  expect(checks.document_number).toBe(check);
});
