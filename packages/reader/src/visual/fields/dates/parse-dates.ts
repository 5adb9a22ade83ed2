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
/** Of a day in one digit another one may have been missed. */
const ofOneDigit = 0.85;
/** A month's O may be seen as 0. */
const month = String.raw`[\p{L}0]{3,10}`;
const named = new RegExp(String.raw`(\d{1,2})[ .,/-]{0,3}(${month})(?:\.?[ ./-]{0,3}(${month}))?\.?[ .,/-]{0,3}${year}\.?`, 'gu');

/**
 * All dates on the lines of a page. Of a year of two digits the century is the one before `latest`.
 */
export function parseDates(readings: readonly TextReading[], latest: number): PrintedDate[] {
  return readings.flatMap((reading) => {
    const usual = [
      ...matches(reading, numeric, ([, day, , month, , year]) => isoOf(year!, Number(month), Number(day), latest)),
      ...matches(reading, named, ([, day, first, second, year]) => {
        const month = (second && monthOf(second)) ?? monthOf(first!);
        return month ? isoOf(year!, month, Number(day), latest) : undefined;
      }),
    ];
    const swapped = matches(reading, yearFirst, ([, year, , month, , day]) => isoOf(year!, Number(month), Number(day), latest));
    const parted = matches(reading, halfParted, ([, d1, m1, , y1, d2, , m2, y2]) =>
      isoOf((y1 ?? y2)!, Number(m1 ?? m2), Number(d1 ?? d2), latest),
    ).map((date) => ({
      ...date,
      text: date.text.replace(/^(\d\d)\D?(\d\d)\D?(\d{4})$/, `$1${/\D/.exec(date.text)}$2${/\D/.exec(date.text)}$3`),
      confidence: uneven * date.confidence,
    }));
    // The year of one date and the day of the next are none.
    const others = [...swapped, ...parted].filter((date) => !usual.some((other) => date.from < other.to && other.from < date.to));
    return [...usual, ...others];
  });
}

function matches(reading: TextReading, pattern: RegExp, iso: (match: RegExpMatchArray) => string | undefined): PrintedDate[] {
  const found: PrintedDate[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(reading.text); match; match = pattern.exec(reading.text)) {
    const isApart = match.index === end || !/\d/.test(reading.text[match.index - 1] ?? '');
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
    const confidence = seen * (isUneven(match[0]) ? uneven : /^\d\D/.test(match[0]) ? ofOneDigit : 1);
    found.push({ iso: value, text: withLetters(match[0]), confidence, reading, from: characters[0]!.from, to: characters.at(-1)!.to });
  }
  return found;
}

/** `11-1 13`: parted by different marks, as none prints it; one of them was misread, or more. */
function isUneven(text: string): boolean {
  const marks = /^\d+(\D+)\d+(\D+)\d+/.exec(text);
  return marks !== null && !/\p{L}/u.test(text) && marks[1]!.trim() !== marks[2]!.trim();
}

/** `13 0CT 2012`: a month is spelt as it is, where one of its letters was misread. */
function withLetters(text: string): string {
  return text.replace(/(?<=[\d .,/-])(?=0?\p{L})[\p{L}0]{3,10}/gu, (word) => nameOf(word)?.name ?? word);
}

/** 1 to 12; undefined for what is no month's name. */
function monthOf(text: string): number | undefined {
  return nameOf(text)?.month;
}

/** The month that a word names and its spelling, in capitals or not as it is printed. */
function nameOf(text: string): { readonly month: number; readonly name: string } | undefined {
  const word = text.replace('.', '').replace(/0/g, 'O');
  const name = word.toUpperCase();
  const exact = monthNames.findIndex((names) => names.includes(name));
  if (exact >= 0) return { month: exact + 1, name: word };
  const letters = plainLetters(name);
  const like = monthNames.map((names) => names.map((other) => ({ other, away: lookDistance(letters, plainLetters(other)) })));
  const least = like.map((names) => Math.min(...names.map(({ away }) => away)));
  const best = Math.min(...least);
  if (best > 1 || least.filter((value) => value === best).length > 1) return undefined;
  const month = least.indexOf(best) + 1;
  // Of spellings with and without an accent the one with it: the sign that was misread.
  const spelt = like[month - 1]!.filter(({ away }) => away === best).map(({ other }) => other);
  return { month, name: spelt.find((other) => /[^A-Z]/.test(other)) ?? spelt[0]! };
}

function isoOf(year: string, month: number, day: number, latest: number): string | undefined {
  const short = Number(year);
  const century = latest - (latest % 100);
  const full = year.length === 4 ? short : century + short > latest ? century - 100 + short : century + short;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isDay = month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && full > 1890 && full < 2120 ? date.toISOString().slice(0, 10) : undefined;
}
