import { describe, expect, test } from 'vitest';
import type { LaidLine } from '../../../../test/visual/lay-lines.ts';
import { passport, readLaidPage, small } from '../../../../test/visual/read-laid-page.ts';

/** Valid until 14 January 2014. */
const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F1401142<<<<<<<<'];
const names: readonly LaidLine[] = [
  ['ERIKSSON', 100, 65],
  ['ANNA MARIA', 100, 95],
];
const zoneOf = (birth: string, expiry: string) => [passport[0]!, `L898902C36UTO${birth}2F${expiry}9<<<<<<<<<<<<<<00`];

describe('the day of expiry', () => {
  const page: readonly LaidLine[] = [...names, ['12.08.1974', 100, 155], ['15.04.2012', 100, 215], ['14.04.2022', 100, 245]];

  test('is the later one where print has one behind what the zone says, and nothing matches', () => {
    const { values, checks } = readLaidPage(passport, page);
    expect([values.issue_date, values.expiry_date, checks.expiry_date]).toEqual(['15.04.2012', '14.04.2022', 'not_found']);
  });

  test('is what the zone says where its label says so, too', () => {
    const { values, checks } = readLaidPage(passport, [...page, ['Date of expiry', 100, 203, small]]);
    expect([values.expiry_date, checks.expiry_date]).toEqual(['15.04.2012', 'match']);
  });

  test('is the later one of two on its label’s line', () => {
    const { values } = readLaidPage(passport, [...names, ['Date of expiry', 100, 203, small], ['12.08.200212.08.2012', 100, 215]]);
    expect([values.issue_date, values.expiry_date]).toEqual(['12.08.2002', '12.08.2012']);
  });
});

test('of two days below one label of both the later one is that of expiry', () => {
  const zone = zoneOf('740812', '111004');
  const label: LaidLine = ['Vja antud / Date of issUe Kehtv kuni / Date of expiry', 100, 200, small];
  const { values } = readLaidPage(zone, [...names, ['12.08.1974', 100, 155], label, ['12.08.2002', 100, 215], ['12.08.2012', 250, 215]]);
  expect([values.issue_date, values.expiry_date]).toEqual(['12.08.2002', '12.08.2012']);
});

test('a visa is issued on its first day, or before', () => {
  const { values } = readLaidPage(visa, [...names, ['14-11-13', 100, 105], ['14-01-14', 300, 105], ['13-11-13', 100, 155]]);
  expect([values.issue_date, values.expiry_date]).toEqual(['13-11-13', '14-01-14']);
});

test('a month that is printed twice is spelt alike', () => {
  const { values } = readLaidPage(zoneOf('740812', '191201'), [...names, ['02 DEC/DEC 09', 100, 155], ['01 DEC/DÉC 19', 100, 215]]);
  expect([values.issue_date, values.expiry_date]).toEqual(['02 DEC/DÉC 09', '01 DEC/DÉC 19']);
});

test('a day of birth behind that of expiry is of another century, and bounds nothing', () => {
  const { values } = readLaidPage(zoneOf('121212', '110629'), [...names, ['29 MAR 07', 100, 155], ['29 JUN 11', 100, 215]]);
  expect(values.issue_date).toBe('29 MAR 07');
});

test('a specimen’s year may be of no century; another day is none for it', () => {
  const zone = zoneOf('111111', '141202');
  const read = (date: string) => readLaidPage(zone, [...names, [date, 100, 155]]);
  expect([read('11.11.1111').values.birth_date, read('11.11.1111').checks.birth_date]).toEqual(['11.11.1111', 'match']);
  expect(read('11.10.1111').checks.birth_date).toBe('not_found');
});

test('what lies a usual term before the zone’s day of expiry is the day of issue, whatever label stands above it', () => {
  const page: readonly LaidLine[] = [...names, ['12.08.1974', 100, 155], ['Date of expiry', 100, 203, small], ['15.04.2002', 100, 215]];
  const { values, checks } = readLaidPage(passport, page);
  expect([values.issue_date, values.expiry_date, checks.expiry_date]).toEqual(['15.04.2002', undefined, 'not_found']);
});
