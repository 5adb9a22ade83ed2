import { describe, expect, it } from 'vitest';
import { parseDay, readBirthDate, readExpiryDate, yearsBetween } from './read-date.ts';

const today = { year: 2026, month: 11, day: 23 };

describe('readBirthDate', () => {
  it.each([
    ['740812', 'complete', '1974-08-12'],
    ['261123', 'complete', '2026-11-23'], // born today
    ['261124', 'complete', '1926-11-24'], // tomorrow would be the future
    ['000229', 'complete', '2000-02-29'],
    ['010229', 'impossible', undefined],
    ['7408<<', 'partial', '1974-08'],
    ['74<<<<', 'partial', '1974'],
    ['26<<<<', 'partial', '2026'],
    ['27<<<<', 'partial', '1927'],
    ['2612<<', 'partial', '1926-12'],
    ['<<<<<<', 'unknown', undefined],
    ['74<<12', 'impossible', undefined],
    ['<<0812', 'impossible', undefined],
    ['7<0812', 'impossible', undefined],
    ['741312', 'impossible', undefined],
    ['740431', 'impossible', undefined],
    ['740000', 'partial', '1974'], // 00 for what nobody knows
    ['740800', 'partial', '1974-08'],
    ['7400<<', 'partial', '1974'],
    ['74<<00', 'partial', '1974'],
    ['7408<0', 'impossible', undefined],
    ['260000', 'partial', '2026'],
    ['270000', 'partial', '1927'],
    ['261200', 'partial', '1926-12'],
    ['000800', 'partial', '2000-08'],
    ['000000', 'unknown', undefined], // the year 2000 or none at all
    ['740012', 'impossible', undefined],
    ['741300', 'impossible', undefined],
    ['74O812', 'impossible', undefined],
    ['7408', 'impossible', undefined],
    ['', 'impossible', undefined],
  ])('%s is %s, %s', (raw, status, iso) => {
    const century = iso === undefined ? undefined : 'birth: latest not in the future';
    expect(readBirthDate(raw, today)).toEqual({
      raw,
      status,
      iso,
      century,
      day: status === 'complete' ? parseDay(iso as string) : undefined,
    });
  });
});

describe('readExpiryDate', () => {
  it.each([
    ['260101', '2026-01-01', 'expiry: nearest to today'],
    ['361123', '2036-11-23', 'expiry: nearest to today'],
    ['690913', '2069-09-13', 'expiry: nearest to today'],
    ['760101', '2076-01-01', 'expiry: nearest to today'],
    ['770415', '2077-04-15', 'expiry: not before 1980'],
    ['790101', '2079-01-01', 'expiry: not before 1980'],
    ['800101', '1980-01-01', 'expiry: nearest to today'],
    ['991231', '1999-12-31', 'expiry: nearest to today'],
  ])('%s is %s', (raw, iso, century) => {
    expect(readExpiryDate(raw, today)).toEqual({ raw, status: 'complete', iso, century, day: parseDay(iso) });
  });

  it.each(['310000', '310700', '000000'])('%s is impossible: 00 is for births', (raw) => {
    expect(readExpiryDate(raw, today)).toEqual({ raw, status: 'impossible', iso: undefined, century: undefined, day: undefined });
  });

  it('keeps to the years around a later today', () => {
    const later = { year: 2061, month: 1, day: 1 };
    expect(readExpiryDate('101231', later).iso).toBe('2110-12-31');
    expect(readExpiryDate('111231', later).iso).toBe('2011-12-31');
  });

  it('knows marks for no expiry', () => {
    const indefinite = { raw: '999999', status: 'indefinite', iso: undefined, century: undefined, day: undefined };
    expect(readExpiryDate('999999', today)).toEqual(indefinite);
  });

  it.each([
    ['990101', 'indefinite', undefined],
    ['991231', 'indefinite', undefined],
    ['990630', 'indefinite', undefined],
    ['010314', 'complete', '2001-03-14'], // of the year 9999 the zone keeps 99, nothing else
    ['980101', 'complete', '1998-01-01'],
    ['360101', 'complete', '2036-01-01'],
  ])('%s of documents that cannot have expired before 2001-03-15 is %s, %s', (raw, status, iso) => {
    const century = iso === undefined ? undefined : 'expiry: nearest to today';
    const day = iso === undefined ? undefined : parseDay(iso);
    expect(readExpiryDate(raw, today, '2001-03-15')).toEqual({ raw, status, iso, century, day });
  });

  it('is a date again when 2099 is nearer', () => {
    expect(readExpiryDate('990101', { year: 2050, month: 1, day: 1 }, '2001-03-15').iso).toBe('2099-01-01');
  });

  it('is a date where documents of the kind were about', () => {
    expect(readExpiryDate('990101', today, '1998-06-20').iso).toBe('1999-01-01');
  });
});

describe('parseDay', () => {
  it('takes days of the calendar only', () => {
    expect(parseDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-01', 'today', '26-01-01', '2100-02-29'])
      expect(parseDay(text)).toBeUndefined();
  });

  it('counts full years', () => {
    const born = { year: 1974, month: 11, day: 24 };
    expect(yearsBetween(born, today)).toBe(51);
    expect(yearsBetween({ ...born, day: 23 }, today)).toBe(52);
  });
});
