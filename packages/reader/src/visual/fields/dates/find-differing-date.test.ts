import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines, nearlyLine } from '../../../../test/visual/lay-lines.ts';
import { findFields } from '../find-fields.ts';

const today = '2026-11-29';
/** The specimen of ICAO Doc 9303-4, appendix B: 12 August 1974 and 15 April 2012. */
const passport = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'], { today });
const issue: LaidLine = ['16.04.2002', 100, 170];
const checksOf = (...lines: LaidLine[]) => {
  const { birth_date, expiry_date } = findFields(passport, layLines(lines), today).checks;
  return [birth_date, expiry_date];
};
const birth = (text: string): LaidLine => [text, 100, 140];
const expiry = (text: string): LaidLine => [text, 300, 170];

describe('of three days without labels', () => {
  test('the first is that of birth, and the last that of expiry', () => {
    expect(checksOf(birth('12.08.1974'), issue, expiry('15.04.2012'))).toEqual(['match', 'match']);
    expect(checksOf(birth('12.08.1971'), issue, expiry('15.04.2012'))).toEqual(['mismatch', 'match']);
    expect(checksOf(birth('12.08.1974'), issue, expiry('15.09.2012'))).toEqual(['match', 'mismatch']);
  });

  test('those of issue and expiry may stand on one line', () => {
    expect(checksOf(birth('12.08.1971'), ['16.04.2002 15.04.2012', 100, 170], issue)).toEqual(['mismatch', 'match']);
  });

  test('a day that only closer looks show counts beside another one on their line', () => {
    const looks = Array.from({ length: 2 }, () => layLines([['12.08.1971 16.04.2002', 100, 140]])[0]!);
    const check = (closer: typeof looks) =>
      findFields(passport, layLines([birth('12.08.1971'), expiry('15.04.2012')]), today, 1, closer).checks.birth_date;
    expect([check([]), check(looks)]).toEqual(['not_found', 'mismatch']);
  });

  test('a day counts however badly another reading shows it', () => {
    const lines = layLines([birth('12.08.1971'), issue, expiry('15.04.2012')]);
    const hardly = layLines([[issue[0], 100, 240]], 0.7);
    expect(findFields(passport, [...lines, ...hardly], today).checks.birth_date).toBe('mismatch');
    const alone = [lines[0]!, lines[2]!, ...hardly];
    expect(findFields(passport, alone, today).checks.birth_date).toBe('not_found');
  });

  test('looks at two places do not show one day twice', () => {
    const closer = [...layLines([['16.04.2002', 100, 200]]), ...layLines([['16.04.2002', 300, 240]])];
    const { checks } = findFields(passport, layLines([birth('12.08.1971'), expiry('15.04.2012')]), today, 1, closer);
    expect(checks.birth_date).toBe('not_found');
  });

  test('none is where both of the zone are missing, a fourth day is printed, or digits may be missed', () => {
    expect(checksOf(birth('12.08.1971'), issue, expiry('15.09.2012'))).toEqual(['not_found', 'not_found']);
    expect(checksOf(birth('12.08.1971'), issue, expiry('15.04.2012'), ['17.06.1998', 100, 200])).toEqual(['not_found', 'match']);
    expect(checksOf(birth('12.08.71'), issue, expiry('15.04.2012'))).toEqual(['not_found', 'match']);
  });
});

test('the day of issue is not that of expiry where that is misread as an earlier one', () => {
  expect(checksOf(birth('12.08.1974'), ['15.04.2002', 100, 170], expiry('15.04.1982'))).toEqual(['match', 'not_found']);
});

test('a day of the zone that is misread beside itself is no further one', () => {
  const lines = [issue, expiry('15.04.2012'), ['15.04.2017', 301, 171]] as const;
  expect(checksOf(...lines)).toEqual(['not_found', 'match']);
});

test('a day of the zone is not seen in the last digits of another one', () => {
  const zone = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408027F1204159ZE184226B<<<<<18'], { today });
  const page: LaidLine[] = [['Date of birth', 100, 126, 6], birth('12 AUG 1974')];
  expect(findFields(zone, layLines(page), today).checks.birth_date).toBe('mismatch');
});

describe('a day of birth of which the zone has another digit', () => {
  const label: LaidLine = ['Date of birth', 100, 126, 6];
  /** The zone's digit costs so much, and another one is seen clearly. */
  const read = (text: string, cost: number) => nearlyLine([text, 100, 140], 8, '7', cost);
  const check = (cost: number, looks: number) => {
    const closer = Array.from({ length: looks }, () => read('12.08.1934', cost));
    return findFields(passport, [...layLines([label]), read('12.08.1934', cost)], today, 1, closer).checks.birth_date;
  };

  test.each([
    [10, 1, 'mismatch'],
    [8, 1, 'not_found'],
    [8, 2, 'mismatch'],
    [6, 2, 'not_found'],
    [6, 3, 'mismatch'],
    [4, 3, 'not_found'],
  ])('that is less probable by e to the %d in %d readings is %s', (cost, readings, expected) => {
    expect(check(cost, readings - 1)).toBe(expected);
  });

  test('is looked at once more', () => {
    const line = read('12.08.1934', 8);
    expect(findFields(passport, [...layLines([label]), line], today).doubts).toContain(line.line);
  });

  test('is not another one where a digit may have been missed', () => {
    const checkOf = (text: string) => findFields(passport, layLines([label, birth(text)]), today).checks.birth_date;
    expect([checkOf('2.08.1974'), checkOf('3.08.1974')]).toEqual(['not_found', 'mismatch']);
  });

  test('is none that a gap passes over: the 28th of December, not of February', () => {
    const zone = parseMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO6502284F1204159ZE184226B<<<<<18'], { today });
    const line = nearlyLine(['28.12.1965', 100, 140], 3, '.', 6);
    const find = (...looks: ReturnType<typeof layLines>) => findFields(zone, [...layLines([label]), line], today, 1, looks);
    expect([find().checks.birth_date, find().doubts.includes(line.line)]).toEqual(['match', true]);
    expect(find(...layLines([birth('28.12.1965')])).checks.birth_date).toBe('not_found');
  });
});
