import { parseMrz } from '@ocr-web/mrz';
import { describe, expect, test } from 'vitest';
import { type LaidLine, layLines } from '../../../../test/visual/lay-lines.ts';
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

  test('none is where both of the zone are missing, a fourth day is printed, or digits may be missed', () => {
    expect(checksOf(birth('12.08.1971'), issue, expiry('15.09.2012'))).toEqual(['not_found', 'not_found']);
    expect(checksOf(birth('12.08.1971'), issue, expiry('15.04.2012'), ['17.06.1998', 100, 200])).toEqual(['not_found', 'match']);
    expect(checksOf(birth('12.08.71'), issue, expiry('15.04.2012'))).toEqual(['not_found', 'match']);
  });
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
