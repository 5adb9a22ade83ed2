import type { TextReading } from '../recognise/text-reading.ts';
import { monthNames } from '../tables/month-names.ts';
import { distance } from './find-labels.ts';

/** A date that is printed somewhere, whatever it is the date of. */
export type PrintedDate = {
  readonly iso: string;
  readonly text: string;
  readonly confidence: number;
  readonly reading: TextReading;
  readonly from: number;
  readonly to: number;
};

const numeric = /(?<!\d)(\d{1,2})([ .,/-]{1,3})(\d{1,2})([ .,/-]{1,3})(\d{4}|\d{2})(?!\d)\.?/gu;
const yearFirst = /(?<!\d)(\d{4})([ .,/-]{1,3})(\d{1,2})([ .,/-]{1,3})(\d{1,2})(?!\d)\.?/gu;
const named = /(?<!\d)(\d{1,2})[ .,/-]{0,3}(\p{L}{3,10}\.?)(?:[ ./-]{0,3}(\p{L}{3,10})\.?)?[ .,/-]{0,3}(\d{4}|\d{2})(?!\d)/gu;

/**
 * All dates on the lines of a page. Of a year of two digits the century is the one before `latest`.
 */
export function parseDates(readings: readonly TextReading[], latest: number): PrintedDate[] {
  return readings.flatMap((reading) => [
    ...matches(reading, numeric, ([, day, , month, , year]) => isoOf(year!, Number(month), Number(day), latest)),
    ...matches(reading, yearFirst, ([, year, , month, , day]) => isoOf(year!, Number(month), Number(day), latest)),
    ...matches(reading, named, ([, day, first, second, year]) => {
      const month = monthOf(first!) ?? (second && monthOf(second));
      return month ? isoOf(year!, month, Number(day), latest) : undefined;
    }),
  ]);
}

function matches(reading: TextReading, pattern: RegExp, iso: (match: RegExpMatchArray) => string | undefined): PrintedDate[] {
  return [...reading.text.matchAll(pattern)].flatMap((match) => {
    const value = iso(match);
    if (value === undefined) return [];
    const characters = reading.characters.slice(match.index, match.index + match[0].length);
    const confidence = characters.reduce((product, character) => product * (character.character === ' ' ? 1 : character.confidence), 1);
    return [{ iso: value, text: match[0], confidence, reading, from: characters[0]!.from, to: characters.at(-1)!.to }];
  });
}

/** 1 to 12; undefined for what is no month's name. One letter may be misread. */
function monthOf(text: string): number | undefined {
  const name = text.replace('.', '').toUpperCase();
  const exact = monthNames.findIndex((names) => names.includes(name));
  if (exact >= 0) return exact + 1;
  const like = monthNames.map((names) => Math.min(...names.map((other) => (other.length < 3 ? 9 : distance(plain(name), plain(other))))));
  const least = Math.min(...like);
  return least <= 1 && like.filter((value) => value === least).length === 1 ? like.indexOf(least) + 1 : undefined;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function isoOf(year: string, month: number, day: number, latest: number): string | undefined {
  const short = Number(year);
  const century = latest - (latest % 100);
  const full = year.length === 4 ? short : century + short > latest ? century - 100 + short : century + short;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isDay = month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && full > 1890 && full < 2120 ? date.toISOString().slice(0, 10) : undefined;
}
