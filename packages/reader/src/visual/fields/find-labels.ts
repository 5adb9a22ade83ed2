import type { TextReading } from '../recognise/text-reading.ts';
import { labelTexts } from '../tables/label-texts.ts';
import type { VisualKey } from '../visual-reading.ts';
import { capHeight } from './page-lines.ts';

/** A line that names a value. */
export type FoundLabel = {
  readonly key: VisualKey | 'other';
  readonly reading: TextReading;
  /** Share of its letters that are those of the label, 0 to 1. */
  readonly likeness: number;
};

/** Labels are small and often hardly legible: so many letters are right, of short ones more. */
const minLikeness = 0.62;
const minLikenessOfShort = 0.84;
const short = 5;
/** Letters of a label that is worth comparing. */
const minLetters = 3;

/** What is as high as values is a label where it is much like one. */
const largestLabel = 0.88;
const minLikenessOfLarge = 0.85;
/** A label within a longer line says less than one of its own; so many of its letters are right. */
const within = 0.92;
const minLikenessWithin = 0.7;
/** The label is this much of its line at least: other languages, a number, a short value. */
const minCoverage = 0.38;

const known = Object.entries(labelTexts).flatMap(([key, texts]) =>
  texts.split('|').map((text) => ({ key: key as VisualKey | 'other', letters: plainLetters(text) })),
);

/**
 * The lines that are labels. A line with labels of several languages is what the likest one says.
 *
 * @param valueHeight of the capitals of values that are known: labels are smaller, mostly
 */
export function findLabels(readings: readonly TextReading[], valueHeight: number | undefined): FoundLabel[] {
  return readings.flatMap((reading) => {
    const label = findLabel(reading);
    const isLarge = valueHeight !== undefined && capHeight(reading) > largestLabel * valueHeight;
    return label && (!isLarge || label.likeness >= minLikenessOfLarge) ? label : [];
  });
}

function findLabel(reading: TextReading): FoundLabel | undefined {
  let best: FoundLabel | undefined;
  for (const part of [...reading.text.split(/[/:|]/), reading.text]) {
    const letters = plainLetters(part.replace(/^\s*[\d()]+[.\s]/, ''));
    if (letters.length < minLetters) continue;
    for (const { key, letters: label } of known) {
      const likeness = likenessOf(label, letters, best?.likeness ?? 0, key !== 'other');
      if (likeness > (best?.likeness ?? 0)) best = { key, reading, likeness };
    }
  }
  return best;
}

/**
 * How like a label a text is, 0 where it is too little.
 *
 * @param least what is of use: less need not be told apart
 * @param isWanted whether it names a value; others are labels only where nothing else stands
 */
function likenessOf(label: string, letters: string, least: number, isWanted: boolean): number {
  const [shorter, longer] = [Math.min(letters.length, label.length), Math.max(letters.length, label.length)];
  if (
    isWanted &&
    letters.length > label.length + 3 &&
    label.length > short &&
    label.length >= minCoverage * letters.length &&
    within > least
  ) {
    const likeness = within * likenessWithin(label, letters);
    if (likeness >= minLikenessWithin) return likeness;
  }
  const needed = Math.max(least, shorter <= short ? minLikenessOfShort : minLikeness);
  if (longer - shorter > (1 - needed) * longer) return 0;
  const likeness = 1 - distance(letters, label) / longer;
  return likeness >= needed ? likeness : 0;
}

/** Small letters without accents; nothing else. */
function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/đ|ð/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ə/g, 'e')
    .replace(/[^a-z]/g, '');
}

/** Levenshtein's distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * The share of a label's letters that stand together somewhere in a line, 0 to 1 (Sellers 1980).
 */
function likenessWithin(label: string, letters: string): number {
  if (!sharesPairs(label, letters)) return 0;
  let row = new Array<number>(letters.length + 1).fill(0);
  for (let i = 1; i <= label.length; i++) {
    const next = [i];
    for (let j = 1; j <= letters.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (label[i - 1] === letters[j - 1] ? 0 : 1)));
    row = next;
  }
  return 1 - Math.min(...row) / label.length;
}

/** Of a label's pairs of letters a line that has it has a third at least. */
function sharesPairs(label: string, letters: string): boolean {
  let common = 0;
  for (let at = 0; at + 1 < label.length; at++) if (letters.includes(label.slice(at, at + 2))) common++;
  return common * 3 >= label.length - 1;
}
