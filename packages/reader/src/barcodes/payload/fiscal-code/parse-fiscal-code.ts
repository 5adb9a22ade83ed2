import type { BarcodeContent } from '../barcode-content.ts';
import { isoDate } from '../iso-date.ts';
import { checkCharacter } from './check-character.ts';

/** Digits, and the letters that stand for them where two people would have the same code. */
const digit = '[0-9LMNP-V]';
const shape = new RegExp(`^[A-Z]{6}${digit}{2}[ABCDEHLMPRST]${digit}{2}[A-Z]${digit}{3}[A-Z]$`);

/** Letters of the months, January to December. */
const months = 'ABCDEHLMPRST';

/** A woman's day of birth is that much higher. */
const womensDays = 40;

/**
 * Reads an Italian codice fiscale (Ministero delle finanze, DM 23 December 1976), which the back of
 * identity cards and health cards has in Code 39.
 *
 * @param today ISO date; a birth lies on that day at the latest
 * @returns undefined for any other text
 */
export function parseFiscalCode(text: string, today: string): BarcodeContent | undefined {
  const code = text.trim().toUpperCase();
  if (!shape.test(code)) return undefined;
  const day = numberAt(code, 9, 11);
  const isWoman = day > womensDays;
  const birthDate = dateOfBirth(numberAt(code, 6, 8), months.indexOf(code[8]!) + 1, isWoman ? day - womensDays : day, today);
  const birthPlace = `${code[11]}${String(numberAt(code, 12, 15)).padStart(3, '0')}`;
  return {
    standard: 'codice_fiscale',
    fields: {
      personal_number: code,
      ...(birthDate && { birth_date: birthDate }),
      sex: isWoman ? 'F' : 'M',
      birth_place_code: birthPlace,
      country: 'IT',
    },
    checks: { check_character: checkCharacter(code) === code[15] ? 'valid' : 'invalid' },
  };
}

function numberAt(code: string, from: number, to: number): number {
  return Number(Array.from(code.slice(from, to), (character) => digitOf(character)).join(''));
}

/** L to V without O stand for 0 to 9. */
function digitOf(character: string): string {
  const index = 'LMNPQRSTUV'.indexOf(character);
  return index < 0 ? character : String(index);
}

/** The last century in which it is not after today. */
function dateOfBirth(yearOfCentury: number, month: number, day: number, today: string): string | undefined {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const dates = [century, century - 100].map((start) => isoDate(start + yearOfCentury, month, day));
  return dates.find((date) => date !== undefined && date <= today);
}
