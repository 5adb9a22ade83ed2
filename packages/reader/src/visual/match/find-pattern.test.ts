import { describe, expect, test } from 'vitest';
import { layLines } from '../../../test/visual/lay-lines.ts';
import { datePattern } from './date-pattern.ts';
import { findPattern } from './find-pattern.ts';
import { namePattern } from './name-pattern.ts';
import { numberPattern } from './number-pattern.ts';
import { sexPattern } from './sex-pattern.ts';
import type { TextPattern } from './text-pattern.ts';

const found = (pattern: TextPattern, ...texts: string[]) =>
  findPattern(pattern, layLines(texts.map((text, index) => [text, 0, 20 * index]))).map(({ text }) => text);

describe('names', () => {
  test.each([
    ['MUELLER', 'Müller'],
    ['AEVARSDOTTIR', 'ÆVARSDÓTTIR'],
    ['THURIDUR OESP', 'ÞURÍĐUR ÖSP'],
    ['OCONNOR', "O'Connor"],
    ['MARI LIIS', 'MARI-LIIS'],
    ['MAELYS GAELLE MARIE', 'Maëlys-Gaëlle, Marie'],
    ['GROSS', 'Groß'],
    ['PARAUDZINS', 'PARAUDZIŅŠ'],
  ])('%s is found as it is printed: %s', (spelling, printed) => {
    expect(found(namePattern(spelling.split(' ')), 'SPECIMEN', `1. ${printed}`)).toEqual([printed]);
  });

  test.each([
    ['MARIJKE', 'MARUKE', 'MARIJKE'],
    ['IJSBRAND', 'USBRAND', 'IJSBRAND'],
    ['BRUIJN', 'Bruÿn', 'Bruijn'],
    ['BRUIJN', 'BRUIJN', 'BRUIJN'],
  ])('%s is found as a ligature that is seen like this: %s', (spelling, seen, printed) => {
    expect(found(namePattern([spelling]), 'SPECIMEN', `1. ${seen}`)).toEqual([printed]);
  });

  test('has no ligature where it has another letter', () => {
    expect(found(namePattern(['MARIKE']), 'MARUKE')).toEqual([]);
  });

  test('is no part of a longer word', () => {
    expect(found(namePattern(['ANNA']), 'JOHANNA', 'ANNABEL')).toEqual([]);
  });

  test('of another person is not found', () => {
    expect(found(namePattern(['SCHMIDT']), 'SCHMITT', 'SCHMID')).toEqual([]);
  });
});

describe('dates', () => {
  const day = { year: 1985, month: 5, day: 1 };
  test.each(['01.05.1985', '01 05 1985', '1985-05-01', '01 MAY 1985', '01MAY1985', '01 MAI /MAY 1985', '1 MAJ 1985', '01. MAI. 1985'])(
    '%s',
    (printed) => expect(found(datePattern(day, 4), printed)).toEqual([printed]),
  );

  test('with two digits of the year, and with a month in another script', () => {
    expect(found(datePattern({ year: 1991, month: 8, day: 24 }, 2), '24 CEP/AUG 91')).toEqual(['24 CEP/AUG 91']);
  });

  test('other days are not found', () => {
    expect(found(datePattern(day, 4), '01.05.1986', '02.05.1985', '01.06.1985', '01 MAR 1985')).toEqual([]);
  });
});

test('numbers in groups, and without what the zone cannot print', () => {
  expect(found(numberPattern('871234567'), '8712 345 67')).toEqual(['8712 345 67']);
  expect(found(numberPattern('121282<88882'), '121282-88882')).toEqual(['121282-88882']);
  expect(found(numberPattern('L898902C3'), 'L898902C8', 'XL898902C3')).toEqual([]);
});

test('O and 0 print alike: the zone tells which it is', () => {
  expect(found(numberPattern('C01X0006H'), 'CO1XOOO6H')).toEqual(['C01X0006H']);
});

test('the sex, alone and after a national word', () => {
  expect([found(sexPattern('F'), 'F'), found(sexPattern('F'), 'KVK /F'), found(sexPattern('M'), 'F')]).toEqual([['F'], ['KVK /F'], []]);
});

test('a number is no part of a longer one that is set wide', () => {
  const wide = (text: string) => findPattern(numberPattern('122000151'), layLines([[text, 0, 20]], 0.999, 10)).map((found) => found.text);
  expect([wide('122000151'), wide('1220001518')]).toEqual([['122000151'], []]);
});

test('a number has two blanks between its groups', () => {
  expect(found(numberPattern('SS099993'), 'SS  099993')).toEqual(['SS  099993']);
});
