import type { MrzDocument } from '@ocr-web/mrz';
import { alignPattern } from '../../match/align-pattern.ts';
import { anything } from '../../match/bound-pattern.ts';
import { datePattern } from '../../match/date-pattern.ts';
import type { TextCharacter } from '../../recognise/text-reading.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { LabelledDate } from './name-dates.ts';
import type { PrintedDate } from './parse-dates.ts';

/** A label that tells what a date is must be this legible. */
const minLikeness = 0.85;

/** How clearly a date must be another one. */
type Clearness = {
  /** Each digit that is another one is this legible. */
  readonly least: number;
  /** The zone's date is so much less probable there than what is seen, as a natural logarithm. */
  readonly cost: number;
};
/** In one reading: a digit that is less legible must be so much less probable. */
const atOnce: readonly Clearness[] = [
  { least: 0.9, cost: -9 },
  { least: 0.6, cost: -12 },
];
/**
 * So many readings that say the same, each in one of these ways. Of dates of 1,500 drawn genuine
 * pages no mistake in a digit reached -5.5 in one, -3.3 in two and -1.5 in three of them.
 */
const inSeveral: readonly { readonly readings: number; readonly clear: readonly Clearness[] }[] = [
  {
    readings: 2,
    clear: [
      { least: 0.8, cost: -7.5 },
      { least: 0.6, cost: -12 },
    ],
  },
  { readings: 3, clear: [{ least: 0.8, cost: -5 }] },
];
/**
 * A digit of the zone that is about as probable as what is seen may be printed: a factor of seven.
 */
const maybeCost = -1.95;

/**
 * Whether a date that its label names is clearly another one than the zone has. A date that says
 * the zone's in another order of its parts is not.
 *
 * @param dates all that are printed on the page: what the zone says may stand elsewhere
 * @param looks what closer looks show
 */
export function differs(
  { date, label }: LabelledDate,
  zone: MrzDocument['birthDate'],
  dates: readonly PrintedDate[],
  looks: readonly PrintedDate[],
): boolean {
  return label.likeness >= minLikeness && differsClearly(date, zone, dates, looks);
}

/** The same where it is known what the date is, whatever its label is like. */
export function differsClearly(
  date: PrintedDate,
  zone: MrzDocument['birthDate'],
  dates: readonly PrintedDate[],
  looks: readonly PrintedDate[],
): boolean {
  if (!zone || zone.status === 'indefinite' || zone.status === 'unknown' || cutYear.test(date.text)) return false;
  const printed = asZone(date);
  if (sorted(printed) === sorted(zone.raw) || dates.some((other) => asZone(other) === zone.raw)) return false;
  if (zone.day) return !mayLackDigit(date, zone.raw) && isOther(date, zone.day, looks);
  // Parts of a date that are not known are filled up with < or 0.
  const isLegible = leastOf(digitsOf(date)) >= atOnce[1]!.least;
  return isLegible && pairs(zone.raw).some((pair, index) => /^\d\d$/.test(pair) && pair !== '00' && pair !== pairs(printed)[index]);
}

type Day = Parameters<typeof datePattern>[0];

/** Whether a date is another day, as all that was read of it says together. */
function isOther(date: PrintedDate, day: Day, looks: readonly PrintedDate[]): boolean {
  const patterns = [datePattern(day, 4), datePattern(day, 2)];
  const own = looks.filter(({ iso, reading }) => iso === date.iso && reading !== date.reading && showTheSame(reading, date.reading));
  const isLook = looks.some(({ reading }) => reading === date.reading);
  const isOneOf = (clear: readonly Clearness[]) => (one: PrintedDate) => clear.some((each) => isClear(one, patterns, each));
  if (!isLook && isOneOf(atOnce)(date)) return true;
  return inSeveral.some(({ readings, clear }) => [date, ...own].filter(isOneOf(clear)).length >= readings);
}

/** Of a year whose end was cut off its century is left. */
const cutYear = /\D(19|20)\D*$/;

/** Of a day or a month in one digit the other one may have been missed: `9 JAN` of the 19th. */
function mayLackDigit(date: PrintedDate, zone: string): boolean {
  const known = pairs(zone);
  const differing = pairs(asZone(date)).flatMap((pair, index) => (pair === known[index] ? [] : { pair, known: known[index]! }));
  return differing.every(({ pair: [zero, digit], known }) => {
    const isAlone = zero === '0' && new RegExp(`(?<!\\d)${digit}(?!\\d)`).test(date.text);
    return isAlone && known.includes(digit!);
  });
}

type Patterns = readonly ReturnType<typeof datePattern>[];

function isClear(date: PrintedDate, patterns: Patterns, { least, cost }: Clearness): boolean {
  return leastOther(date, patterns[0]!) >= least && patterns.every((pattern) => isUnlikely(date, pattern, cost));
}

/** The confidence of the least legible of its digits that are others than expected, or of all. */
function leastOther(date: PrintedDate, pattern: ReturnType<typeof datePattern>): number {
  const digits = digitsOf(date);
  const expected = alignPattern(date.reading.scores, pattern)?.characters.filter(({ cost }) => cost >= maybeCost) ?? [];
  const others = digits.filter(({ from, to }) => !expected.some((one) => (from + to) / 2 >= one.from && (from + to) / 2 <= one.to));
  return leastOf(others.length > 0 ? others : digits);
}

/** The digits of a date, as they were read. */
export function digitsOf({ reading, from, to }: PrintedDate): readonly TextCharacter[] {
  return reading.characters.filter((character) => character.from >= from && character.to <= to && /\d/.test(character.character));
}

function leastOf(characters: readonly TextCharacter[]): number {
  return Math.min(...characters.map(({ confidence }) => confidence));
}

/** Whether a date costs `most` or more where another one is printed, or is a part of it only. */
function isUnlikely(date: PrintedDate, pattern: ReturnType<typeof datePattern>, most: number): boolean {
  const alignment = alignPattern(date.reading.scores, pattern, { ...anything, cost: most });
  if (alignment === undefined || alignment.cost <= most) return true;
  return digitsOf(date).some(({ from, to }) => to <= alignment.from || from >= alignment.to);
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
