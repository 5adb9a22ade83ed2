import type { TextReading } from '../recognise/text-reading.ts';
import { labelTexts } from '../tables/label-texts.ts';
import type { VisualKey } from '../visual-reading.ts';
import { findWithin, lookDistance, type PlainText, plainLetters, plainText } from './compare-letters.ts';
import { capHeight, showTheSame } from './page-lines.ts';
import { partReading } from './part-reading.ts';

/** A line that names a value. */
export type FoundLabel = {
  readonly key: VisualKey | 'other';
  readonly reading: TextReading;
  /** Share of its letters that are those of the label, 0 to 1. */
  readonly likeness: number;
  /** What stands behind the label on its line: the value, where it is one. */
  readonly behind: TextReading | undefined;
};

/** Labels are small and often hardly legible: so many letters are right, of short ones more. */
const minLikeness = 0.72;
const minLikenessOfShort = 0.84;
const short = 5;
/** Letters of a label that is worth comparing. */
const minLetters = 3;

/** What is as high as values is a label where it is much like one. */
const largestLabel = 0.88;
const minLikenessOfLarge = 0.85;
/** Where all is set in one size, the value stands behind it. */
const minLikenessOfInline = 0.77;
/** A label within a longer line says less than one of its own; so many of its letters are right. */
const within = 0.92;
const minLikenessWithin = 0.78;
/** Within a line a label of fewer letters is a word of its own. */
const ownWord = 8;
/** The label is this much of its line at least, up to its end: other languages, a number. */
const minCoverage = 0.38;

type Known = { readonly key: VisualKey | 'other'; readonly letters: string; readonly rare: number; readonly ambiguous: number };

/** Labels that few documents have are believed less: most have a likely one of another kind. */
const rare = 0.08;
/** In one language these name another value than in the next: what stands beside them decides. */
const ambiguous = 0.05;
const ambiguousTexts: ReadonlySet<string> = new Set(['name', 'nom', 'nome', 'id no', 'dni', 'nie', 'ci no']);
const rareKeys: ReadonlySet<string> = new Set(['birth_name', 'address', 'eye_colour', 'support_number', 'card_access_number']);

const known: readonly Known[] = Object.entries(labelTexts).flatMap(([key, texts]) =>
  texts.split('|').map((text) => ({
    key: key as VisualKey | 'other',
    letters: plainLetters(text),
    rare: rareKeys.has(key) ? rare : 0,
    ambiguous: ambiguousTexts.has(text.toLowerCase()) ? ambiguous : 0,
  })),
);

/**
 * The lines that are labels. A line with labels of several languages is what the likest one says;
 * so are two readings of one line.
 *
 * @param valueHeight of the capitals of values that are known: labels are smaller, mostly
 */
export function findLabels(readings: readonly TextReading[], valueHeight: number | undefined): FoundLabel[] {
  const all = readings.flatMap((reading) => {
    const label = findLabel(reading);
    const isLarge = valueHeight !== undefined && capHeight(reading) > largestLabel * valueHeight;
    const needed = label?.behind && label.key !== 'other' ? minLikenessOfInline : minLikenessOfLarge;
    return label && (!isLarge || label.likeness >= needed) ? label : [];
  });
  return all.filter(
    (label) =>
      !all.some((other) => other.key !== label.key && other.likeness > label.likeness && showTheSame(other.reading, label.reading)),
  );
}

/** The best label so far, and how far the labels of a line reach, in characters. */
type Best = { readonly key: VisualKey | 'other'; readonly likeness: number };

function findLabel(reading: TextReading): FoundLabel | undefined {
  let best: Best | undefined;
  for (const part of reading.text.split(/[/:|]/)) best = likest(plainLetters(part.replace(/^\s*[\d()]+[.\s]/, '')), best);
  const whole = plainText(reading.text);
  best = likest(whole.letters, best);
  let end = 0;
  for (const label of known) {
    const found = findPart(label, whole);
    if (!found) continue;
    end = Math.max(end, found.end);
    const likeness = within * found.likeness - costOfRare(label, found.likeness);
    if (label.key !== 'other' && likeness > (best?.likeness ?? 0) && covers(label, found.end)) best = { key: label.key, likeness };
  }
  return best && { ...best, reading, behind: partBehind(reading, end > 0 ? whole.at[end - 1]! : undefined) };
}

/** The label that letters are as a whole. */
function likest(letters: string, best: Best | undefined): Best | undefined {
  if (letters.length < minLetters) return best;
  let likest = best;
  for (const one of known) {
    const { key, letters: label } = one;
    const [shorter, longer] = [Math.min(letters.length, label.length), Math.max(letters.length, label.length)];
    const needed = Math.max(likest?.likeness ?? 0, shorter <= short ? minLikenessOfShort : minLikeness);
    if (longer - shorter > (1 - needed) * longer) continue;
    const alike = 1 - lookDistance(letters, label) / longer;
    const likeness = alike - costOfRare(one, alike);
    if (likeness >= needed && likeness > (likest?.likeness ?? 0)) likest = { key, likeness };
  }
  return likest;
}

/** A label that is there letter for letter is not doubted. */
function costOfRare(label: Known, likeness: number): number {
  return label.ambiguous + (likeness === 1 ? 0 : label.rare);
}

/** Where a label stands within a longer line; short ones are words of their own there. */
function findPart({ letters: label }: Known, { letters, at }: PlainText): { readonly likeness: number; readonly end: number } | undefined {
  if (label.length <= short || letters.length < label.length || !sharesPairs(label, letters)) return undefined;
  const found = findWithin(label, letters);
  if (found.likeness < minLikenessWithin) return undefined;
  const begin = found.end - label.length;
  const begins = begin <= 0 || at[begin]! - at[begin - 1]! > 1;
  const ends = found.end >= at.length || at[found.end]! - at[found.end - 1]! > 1;
  return label.length >= ownWord || (begins && ends) ? found : undefined;
}

function covers({ letters }: Known, end: number): boolean {
  return letters.length >= minCoverage * end;
}

/** The part of a line behind a label; none where a word or another language's label goes on. */
function partBehind(reading: TextReading, last: number | undefined): TextReading | undefined {
  const next = last === undefined ? undefined : reading.characters[last + 1];
  if (!next || !/[ :.]/.test(next.character)) return undefined;
  const part = partReading(reading, next.from, reading.scores.steps);
  const isSlash = /^[ .:]*[/|]/.test(reading.text.slice(last! + 1));
  return part && !isSlash && !isLikeLabel(plainLetters(part.text)) ? part : undefined;
}

function isLikeLabel(letters: string): boolean {
  return (
    letters.length >= minLetters && (known.some((label) => label.letters.startsWith(letters)) || likest(letters, undefined) !== undefined)
  );
}

/** Of a label's pairs of letters a line that has it has a third at least. */
function sharesPairs(label: string, letters: string): boolean {
  let common = 0;
  for (let at = 0; at + 1 < label.length; at++) if (letters.includes(label.slice(at, at + 2))) common++;
  return common * 3 >= label.length - 1;
}
