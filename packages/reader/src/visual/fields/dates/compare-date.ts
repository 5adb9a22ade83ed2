import type { MrzDocument } from '@ocr-web/mrz';
import { alignPattern } from '../../match/align-pattern.ts';
import { anything } from '../../match/bound-pattern.ts';
import { datePattern } from '../../match/date-pattern.ts';
import type { LabelledDate } from './name-dates.ts';
import type { PrintedDate } from './parse-dates.ts';

/** A label that tells what a date is must be this legible, and each digit of the date so. */
const minLikeness = 0.85;
const minConfidence = 0.9;
/**
 * How much less probable than what is seen the zone's date must be there, as a natural logarithm.
 */
const maxCost = -9;

/**
 * Whether a date that its label names is clearly another one than the zone has. A date that says
 * the zone's in another order of its parts is not.
 *
 * @param dates all that are printed on the page: what the zone says may stand elsewhere
 */
export function differs({ date, label }: LabelledDate, zone: MrzDocument['birthDate'], dates: readonly PrintedDate[]): boolean {
  return label.likeness >= minLikeness && differsClearly(date, zone, dates);
}

/** The same where it is known what the date is, whatever its label is like. */
export function differsClearly(date: PrintedDate, zone: MrzDocument['birthDate'], dates: readonly PrintedDate[]): boolean {
  if (!zone || zone.status === 'indefinite' || zone.status === 'unknown' || !isClear(date)) return false;
  const printed = asZone(date);
  if (sorted(printed) === sorted(zone.raw) || dates.some((other) => asZone(other) === zone.raw)) return false;
  if (zone.day) return [4, 2].every((digits) => isUnlikely(date, datePattern(zone.day!, digits as 2 | 4)));
  // Parts of a date that are not known are filled up with < or 0.
  return pairs(zone.raw).some((pair, index) => /^\d\d$/.test(pair) && pair !== '00' && pair !== pairs(printed)[index]);
}

/** Of a year whose end was cut off its century is left. */
const cutYear = /\D(19|20)\D*$/;

function isClear({ reading, from, to, text }: PrintedDate): boolean {
  if (cutYear.test(text)) return false;
  const digits = reading.characters.filter((character) => character.from >= from && character.to <= to && /\d/.test(character.character));
  return digits.every(({ confidence }) => confidence >= minConfidence);
}

function isUnlikely({ reading }: PrintedDate, pattern: ReturnType<typeof datePattern>): boolean {
  const alignment = alignPattern(reading.scores, pattern, { ...anything, cost: maxCost });
  return alignment === undefined || alignment.cost <= maxCost;
}

function asZone({ iso }: PrintedDate): string {
  return iso.slice(2).replace(/-/g, '');
}

function pairs(digits: string): string[] {
  return digits.match(/../g) ?? [];
}

function sorted(digits: string): string {
  return pairs(digits).sort().join('');
}
