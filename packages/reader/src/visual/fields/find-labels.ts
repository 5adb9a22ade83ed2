import type { TextReading } from '../recognise/text-reading.ts';
import type { VisualKey } from '../visual-reading.ts';
import { labelTexts } from './label-texts.ts';

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

const known = Object.entries(labelTexts).flatMap(([key, texts]) =>
  texts.map((text) => ({ key: key as VisualKey | 'other', letters: plainLetters(text) })),
);

/** The lines that are labels. A line with labels of several languages is what the likest one says. */
export function findLabels(readings: readonly TextReading[]): FoundLabel[] {
  return readings.flatMap((reading) => findLabel(reading) ?? []);
}

function findLabel(reading: TextReading): FoundLabel | undefined {
  let best: FoundLabel | undefined;
  for (const part of [...reading.text.split(/[/:|]/), reading.text]) {
    const letters = plainLetters(part.replace(/^\s*[\d()]+[.\s]/, ''));
    if (letters.length < minLetters) continue;
    for (const { key, letters: label } of known) {
      const least = Math.min(letters.length, label.length) <= short ? minLikenessOfShort : minLikeness;
      if (Math.abs(letters.length - label.length) > (1 - least) * Math.max(letters.length, label.length)) continue;
      const likeness = 1 - distance(letters, label) / Math.max(letters.length, label.length);
      // Of labels that are equally like the longer one says more.
      if (likeness >= least && (!best || likeness > best.likeness)) best = { key, reading, likeness };
    }
  }
  return best;
}

/** Small letters without accents; nothing else. */
export function plainLetters(text: string): string {
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
