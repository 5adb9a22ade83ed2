import type { MrzDocument } from '@ocr-web/mrz';
import { alignPattern } from '../../match/align-pattern.ts';
import { anything } from '../../match/bound-pattern.ts';
import { datePattern } from '../../match/date-pattern.ts';
import { describeFound } from '../../match/find-pattern.ts';
import type { LabelledDate } from './name-dates.ts';
import type { PrintedDate } from './parse-dates.ts';

/** A label that tells what a date is must be this legible, and each digit of the date so. */
const minLikeness = 0.85;
const minConfidence = 0.9;
/** Where the zone's date is still less probable, so much is enough. */
const leastConfidence = 0.6;
/**
 * How much less probable than what is seen the zone's date must be there, as a natural logarithm.
 */
const maxCost = -9;
/** So much less where a digit is less legible. */
const maxCostOfUnclear = -12;

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
  if (!zone || zone.status === 'indefinite' || zone.status === 'unknown' || cutYear.test(date.text)) return false;
  const clearness = leastDigit(date);
  if (clearness < leastConfidence) return false;
  const most = clearness < minConfidence ? maxCostOfUnclear : maxCost;
  const printed = asZone(date);
  if (sorted(printed) === sorted(zone.raw) || dates.some((other) => asZone(other) === zone.raw)) return false;
  if (zone.day) return [4, 2].every((digits) => isUnlikely(date, datePattern(zone.day!, digits as 2 | 4), most));
  // Parts of a date that are not known are filled up with < or 0.
  return pairs(zone.raw).some((pair, index) => /^\d\d$/.test(pair) && pair !== '00' && pair !== pairs(printed)[index]);
}

/** Of a year whose end was cut off its century is left. */
const cutYear = /\D(19|20)\D*$/;

/** The confidence of its least legible digit. */
function leastDigit({ reading, from, to }: PrintedDate): number {
  const digits = reading.characters.filter((character) => character.from >= from && character.to <= to && /\d/.test(character.character));
  return Math.min(...digits.map(({ confidence }) => confidence));
}

/** Whether a date costs more than `most` where another one is printed, or is a part of it only. */
function isUnlikely({ reading }: PrintedDate, pattern: ReturnType<typeof datePattern>, most: number): boolean {
  const alignment = alignPattern(reading.scores, pattern, { ...anything, cost: most });
  return alignment === undefined || alignment.cost <= most || !describeFound(reading, alignment).isWhole;
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
