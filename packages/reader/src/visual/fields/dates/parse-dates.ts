import { onceFor, onceHere } from '../../once-for.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { monthNames } from '../../tables/month-names.ts';
import { lookDistance, plainLetters } from '../labels/compare-letters.ts';

/** A date that is printed somewhere, whatever it is the date of. */
export type PrintedDate = {
  readonly iso: string;
  readonly text: string;
  readonly confidence: number;
  readonly reading: TextReading;
  readonly from: number;
  readonly to: number;
};

/** Behind a year no digit goes on, unless the next date does. */
const year = String.raw`(\d{4}(?=\D|$|\d{2}[ .,/-]|\d{2}\p{L})|\d{2}(?!\d))`;
const numeric = new RegExp(String.raw`(\d{1,2})([ .,/-]{1,3})(\d{1,2})([ .,/-]{1,3})${year}\.?`, 'gu');
/** `1108.2014`: one of the marks was missed. */
const halfParted = /(?:(?<![\d ]|[ .,/-]\d)(\d{2})(\d{2})([.,/-])(\d{4})|(?<!\d)(\d{2})([.,/-])(\d{2})(\d{4}))(?!\d)/gu;
const yearFirst = /(\d{4})([ .,/-]{1,3})(\d{1,2})([ .,/-]{1,3})(\d{1,2})(?!\d)\.?/gu;
const uneven = 0.5;
/** Of a day or a month in one digit another one may have been missed. */
const ofOneDigit = 0.85;
/** So may a month in two letters have a third one. */
const ofTwoLetters = 0.7;
/**
 * A stroke between two months may be seen as 1 or 7. A month's O may be seen as 0; one of which a
 * letter was missed stands apart.
 */
const month = String.raw`(?:[\p{L}0]{3,10}|(?<=[ .,/-])\p{L}{2}(?=[ .,/-]))`;
const named = new RegExp(String.raw`(\d{1,2})[ .,/-]{0,3}(${month})(?:\.?[ ./-]{0,3}[17|]?(${month}))?\.?[ .,/-]{0,3}${year}\.?`, 'gu');

/** A year has two digits at least, which stand together. */
const twoDigits = /\d\d/;

/**
 * All dates on the lines of a page. Of a year of two digits the century is the one before `latest`.
 */
export function parseDates(readings: readonly TextReading[], latest: number): PrintedDate[] {
  return readings.flatMap((reading) => datesOn(reading)(latest));
}

const datesOn = onceFor((reading: TextReading) => onceHere((latest: number) => findDatesOn(reading, latest)));

function findDatesOn(reading: TextReading, latest: number): PrintedDate[] {
  const text = withDigits(reading.text);
  if (!twoDigits.test(text)) return [];
  const usual = [
    ...matches(reading, text, numeric, ([, day, , month, , year]) => isoOf(year!, Number(month), Number(day), latest)),
    ...matches(reading, text, named, ([, day, first, second, year]) => {
      const month = (second && monthOf(second)) ?? monthOf(first!);
      return month ? isoOf(year!, month, Number(day), latest) : undefined;
    }),
  ];
  const swapped = matches(reading, text, yearFirst, ([, year, , month, , day]) => isoOf(year!, Number(month), Number(day), latest));
  const parted = matches(reading, text, halfParted, ([, d1, m1, , y1, d2, , m2, y2]) =>
    isoOf((y1 ?? y2)!, Number(m1 ?? m2), Number(d1 ?? d2), latest),
  ).map((date) => ({
    ...date,
    text: date.text.replace(/^(\d\d)\D?(\d\d)\D?(\d{4})$/, `$1${/\D/.exec(date.text)}$2${/\D/.exec(date.text)}$3`),
    confidence: uneven * date.confidence,
  }));
  // The year of one date and the day of the next are none.
  const others = [...swapped, ...parted].filter((date) => !usual.some((other) => date.from < other.to && other.from < date.to));
  return [...usual, ...others];
}

/**
 * A day as the zone has it, whatever the first two digits of its year: those of some specimens are
 * no century, `11.11.1111`.
 *
 * @param raw YYMMDD
 */
export function findWithoutCentury(raw: string | undefined, readings: readonly TextReading[]): PrintedDate | undefined {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(raw ?? '') ?? [];
  if (!year || !month || !day) return undefined;
  const look = new RegExp(`(?<!\\d)${day}([ .,/-]{1,3})${month}\\1\\d\\d${year}(?!\\d)`, 'g');
  return readings.flatMap((reading) => matches(reading, withDigits(reading.text), look, () => `20${year}-${month}-${day}`))[0];
}

function matches(reading: TextReading, text: string, pattern: RegExp, iso: (match: RegExpMatchArray) => string | undefined): PrintedDate[] {
  const found: PrintedDate[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const isApart = match.index === end || !/\d/.test(text[match.index - 1] ?? '');
    const value = isApart ? iso(match) : undefined;
    // The rest of a number may be a date's beginning: what begins one character further is looked
    // at, too.
    if (value === undefined) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    end = match.index + match[0].length;
    const characters = reading.characters.slice(match.index, end);
    const seen = characters.reduce((product, character) => product * (character.character === ' ' ? 1 : character.confidence), 1);
    const month = Number(value.slice(5, 7));
    const confidence = seen * trustIn(match[0]);
    found.push({
      iso: value,
      text: withLetters(match[0], month),
      confidence,
      reading,
      from: characters[0]!.from,
      to: characters.at(-1)!.to,
    });
  }
  return found;
}

/** `I0.06.2018`: where digits must stand, I is 1 and O is 0. */
function withDigits(text: string): string {
  return text.replace(/(?<!\p{L})[IlO](?=\d[.,/-]|[.,/-]\d)|(?<=(?<!\p{L})\d)[IlO](?=[.,/-])/gu, (sign) => (sign === 'O' ? '0' : '1'));
}

/** How far the form of a date is to be trusted. */
function trustIn(text: string): number {
  const ofMonth = /(?<!\p{L})\p{L}{2}(?!\p{L})/u.test(text) ? ofTwoLetters : 1;
  return ofMonth * (isUneven(text) ? uneven : /(?<!\d)\d\D/.test(text) ? ofOneDigit : 1);
}

/** `11-1 13`: parted by different marks, as none prints it; one of them was misread, or more. */
function isUneven(text: string): boolean {
  const marks = /^\d+(\D+)\d+(\D+)\d+/.exec(text);
  return marks !== null && !/\p{L}/u.test(text) && marks[1]!.trim() !== marks[2]!.trim();
}

/** `13 0CT 2012`: a month is spelt as it is, where one of its letters was misread. */
function withLetters(text: string, month: number): string {
  const withStroke = text.replace(/(?<=\p{L}{3}[ .]{0,3})[17|](?=\p{L}{3})/u, '/');
  return withStroke.replace(/(?<=[\d .,/-])(?=0?\p{L})[\p{L}0]{2,10}/gu, (word) => spell(word, month));
}

/** A month's name that a word is, or is but for one letter; in capitals or not as it is printed. */
function spell(word: string, month: number): string {
  const text = word.replace(/0/g, 'O');
  const name = text.toUpperCase();
  const names = monthNames[month - 1]!;
  if (names.includes(name)) return text;
  // In another alphabet it is spelt otherwise: `BEP/SEP`.
  if (monthOf(word) !== month && names.some(({ length }) => length === name.length)) return word;
  const letters = plainLetters(name);
  const like = names.filter((other) => lookDistance(letters, plainLetters(other)) <= 1);
  if (like.length === 0) return word;
  // Where a sign too many was seen, or one was missed, none was misread; else of spellings with and
  // without an accent the one with it.
  const within = like.find((other) => name.includes(other) || other.includes(name));
  const spelt = within ?? like.find((other) => /[^A-Z]/.test(other)) ?? like[0]!;
  return /\p{Ll}/u.test(text) ? capitalised(spelt) : spelt;
}

function capitalised(name: string): string {
  return name.slice(0, 1) + name.slice(1).toLowerCase();
}

/** The month that a word names, 1 to 12; undefined for what is no month's name. */
function monthOf(text: string): number | undefined {
  const name = text.replace('.', '').replace(/0/g, 'O').toUpperCase();
  const exact = monthNames.findIndex((names) => names.includes(name));
  if (exact >= 0) return exact + 1;
  const letters = plainLetters(name);
  const away = monthNames.map((names) => Math.min(...names.map((other) => lookDistance(letters, plainLetters(other)))));
  const best = Math.min(...away);
  return best > 1 || away.filter((value) => value === best).length > 1 ? undefined : away.indexOf(best) + 1;
}

function isoOf(year: string, month: number, day: number, latest: number): string | undefined {
  const short = Number(year);
  const century = latest - (latest % 100);
  const full = year.length === 4 ? short : century + short > latest ? century - 100 + short : century + short;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isDay = month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && full > 1890 && full < 2120 ? date.toISOString().slice(0, 10) : undefined;
}
