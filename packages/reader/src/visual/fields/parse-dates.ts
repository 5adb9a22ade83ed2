import type { TextReading } from '../recognise/text-reading.ts';
import { monthNames } from '../tables/month-names.ts';
import { lookDistance, plainLetters } from './compare-letters.ts';

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
const yearFirst = /(\d{4})([ .,/-]{1,3})(\d{1,2})([ .,/-]{1,3})(\d{1,2})(?!\d)\.?/gu;
/** A month's O may be seen as 0. */
const month = String.raw`[\p{L}0]{3,10}`;
const named = new RegExp(String.raw`(\d{1,2})[ .,/-]{0,3}(${month})(?:\.?[ ./-]{0,3}(${month}))?\.?[ .,/-]{0,3}${year}\.?`, 'gu');

/**
 * All dates on the lines of a page. Of a year of two digits the century is the one before `latest`.
 */
export function parseDates(readings: readonly TextReading[], latest: number): PrintedDate[] {
  return readings.flatMap((reading) => [
    ...matches(reading, numeric, ([, day, , month, , year]) => isoOf(year!, Number(month), Number(day), latest)),
    ...matches(reading, yearFirst, ([, year, , month, , day]) => isoOf(year!, Number(month), Number(day), latest)),
    ...matches(reading, named, ([, day, first, second, year]) => {
      const month = (second && monthOf(second)) ?? monthOf(first!);
      return month ? isoOf(year!, month, Number(day), latest) : undefined;
    }),
  ]);
}

function matches(reading: TextReading, pattern: RegExp, iso: (match: RegExpMatchArray) => string | undefined): PrintedDate[] {
  const found: PrintedDate[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(reading.text); match; match = pattern.exec(reading.text)) {
    const isApart = match.index === end || !/\d/.test(reading.text[match.index - 1] ?? '');
    const value = isApart ? iso(match) : undefined;
    // The rest of a number may be a date's beginning: what begins one character further is looked at, too.
    if (value === undefined) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    end = match.index + match[0].length;
    const characters = reading.characters.slice(match.index, end);
    const confidence = characters.reduce((product, character) => product * (character.character === ' ' ? 1 : character.confidence), 1);
    found.push({ iso: value, text: withLetters(match[0]), confidence, reading, from: characters[0]!.from, to: characters.at(-1)!.to });
  }
  return found;
}

/** `13 0CT 2012`: among a month's letters stands no digit. */
function withLetters(text: string): string {
  return text.replace(/0(?=\p{L})|(?<=\p{L})0(?=\p{L})/gu, 'O');
}

/** 1 to 12; undefined for what is no month's name. One letter may be misread. */
function monthOf(text: string): number | undefined {
  const name = text.replace('.', '').replace(/0/g, 'O').toUpperCase();
  const exact = monthNames.findIndex((names) => names.includes(name));
  if (exact >= 0) return exact + 1;
  const like = monthNames.map((names) =>
    Math.min(...names.map((other) => (other.length < 3 ? 9 : lookDistance(plainLetters(name), plainLetters(other))))),
  );
  const least = Math.min(...like);
  return least <= 1 && like.filter((value) => value === least).length === 1 ? like.indexOf(least) + 1 : undefined;
}

function isoOf(year: string, month: number, day: number, latest: number): string | undefined {
  const short = Number(year);
  const century = latest - (latest % 100);
  const full = year.length === 4 ? short : century + short > latest ? century - 100 + short : century + short;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isDay = month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && full > 1890 && full < 2120 ? date.toISOString().slice(0, 10) : undefined;
}
