import { monthNames } from '../tables/month-names.ts';
import { plainLetter } from './plain-letter.ts';
import { classesOf, lettersLike, type PatternBuilder, startPattern, type TextPattern } from './text-pattern.ts';

/** A day as the zone has it; the year with its century. */
type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Between the parts of a date stand up to three of these. */
const separators = ' .,/-';
const mostSeparators = 3;
/** Day, month, year is what most documents print (ICAO 9303-3, 3.7.1). */
const otherOrder = -0.7;
/** A stroke that is seen as a digit. */
const misread = -1;
/** Digits that hang together without anything between them, as in 01022003. */
const unseparated = -2;

/**
 * A date in all orders and forms in which documents print it.
 *
 * @param digits of the year
 * @param isPast whether it may lie a century before the one that was taken: the zone has two digits
 *   of the year
 */
export function datePattern(date: Day, digits: 2 | 4, isPast = true): TextPattern {
  const builder = startPattern();
  const end = builder.join();
  const days = twoDigits(date.day);
  const shortDays = date.day < 10 ? [days, String(date.day)] : [days];
  const months = date.month < 10 ? [twoDigits(date.month), String(date.month)] : [String(date.month)];
  const years = digits === 4 ? [date.year, ...(isPast ? [date.year - 100] : [])].map(String) : [twoDigits(date.year % 100)];
  const add = (from: number, texts: readonly string[], cost: number, to = builder.join()) => {
    for (const text of texts) addDigits(builder, from, text, cost, to);
    return to;
  };
  const day = add(0, shortDays, 0);
  const afterDay = addSeparators(builder, day);
  const month = builder.join();
  for (const [node, cost] of [
    [afterDay, 0],
    [day, unseparated],
  ] as const)
    add(node, months, cost, month);
  for (const node of [afterDay, day]) addMonthNames(builder, node, date.month, month);
  const afterMonth = addSeparators(builder, month);
  add(afterMonth, years, 0, end);
  add(month, years, -0.5, end);
  const year = add(0, years, otherOrder);
  const swapped = add(addSeparators(builder, year), months, 0);
  add(addSeparators(builder, swapped), [days], 0, end);
  return builder.build(end, `${twoDigits(date.day)}${twoDigits(date.year % 100)}`);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Digits that a small face may show as letters. */
const alike: Readonly<Record<string, string>> = { '0': '0ODQ', '1': '1Il' };

function addDigits(builder: PatternBuilder, from: number, text: string, cost: number, to: number): void {
  let node = from;
  [...text].forEach((digit, index) => {
    const isLast = index === text.length - 1;
    const options = { letter: digit, printed: digit, cost: index === 0 ? cost : 0 };
    node = builder.add(node, classesOf(alike[digit] ?? digit), isLast ? { ...options, to } : options);
  });
}

/** One to three separators. */
function addSeparators(builder: PatternBuilder, from: number): number {
  const classes = classesOf(separators);
  const end = builder.join();
  let node = from;
  for (let count = 1; count <= mostSeparators; count++) {
    const options = { letter: `gap ${count}`, counts: false, cost: count === 1 ? 0 : -0.3 };
    builder.add(node, classes, { ...options, to: end });
    if (count < mostSeparators) node = builder.add(node, classes, options);
  }
  return end;
}

const letters = [...lettersLike.values()].flat();
const foreignLetters = 3;
const foreignLetter = -0.4;

/** The month's name in any language, or in two: `DES /DEC`. */
function addMonthNames(builder: PatternBuilder, from: number, month: number, to: number): void {
  const first = builder.join();
  for (const name of monthNames[month - 1]!) {
    addLetters(builder, from, name, first);
    addLetters(builder, from, name, to);
  }
  // Before it the same in another script, whose letters the recogniser takes for the likest ones.
  let foreign = from;
  for (let count = 0; count < foreignLetters; count++)
    foreign = builder.add(foreign, letters, { letter: `any ${count}`, cost: foreignLetter });
  const afterForeign = addSeparators(builder, foreign);
  const second = addSeparators(builder, first);
  for (const node of [first, builder.add(first, classesOf(' '), { letter: 'gap', counts: false })])
    builder.add(node, classesOf('17|'), { letter: 'stroke', printed: '/', cost: misread, counts: false, to: second });
  for (const name of monthNames[month - 1]!) addLetters(builder, afterForeign, name, to);
  for (const name of monthNames[month - 1]!) addLetters(builder, second, name, to);
}

function addLetters(builder: PatternBuilder, from: number, text: string, to: number): void {
  let node = from;
  [...text].forEach((character, index) => {
    const letter = plainLetter(character) ?? character;
    const options = index === text.length - 1 ? { letter, to } : { letter };
    node = builder.add(node, classesOf(character + character.toLowerCase()), options);
  });
}
