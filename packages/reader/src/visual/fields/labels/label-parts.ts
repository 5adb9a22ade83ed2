import { onceFor } from '../../once-for.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { leastDistance } from './bound-distance.ts';
import { findWithin, type PlainText, plainText } from './compare-letters.ts';
import type { KnownLabel } from './known-labels.ts';
import { labelsLike } from './label-pairs.ts';

/** A label somewhere in a line: from one of its letters to before another one. */
export type LabelPart = { readonly label: KnownLabel; readonly likeness: number; readonly begin: number; readonly end: number };

const minLetters = 3;
/** So short a label is there letter for letter, as a word of its own. */
const short = 5;
const minLikeness = 0.78;
/** A label of fewer letters is a word of its own. */
const ownWord = 8;

/** The letters of a line, the labels that they are worth comparing with, and those within it. */
export type LabelledText = { readonly text: PlainText; readonly like: readonly KnownLabel[]; readonly parts: readonly LabelPart[] };

/** A line, or a part of one. */
export type Text = Pick<TextReading, 'text'>;

/** The labels within a line. */
export const labelsWithin = onceFor((reading: Text): LabelledText => {
  const text = plainText(reading.text);
  const like = labelsLike(text.letters);
  return { text, like, parts: findLabelParts(text, like) };
});

/**
 * All labels within a line, from left to right; of those in one place the likest, then the longest.
 */
function findLabelParts(text: PlainText, like: readonly KnownLabel[]): LabelPart[] {
  const all: LabelPart[] = [];
  for (const label of like) {
    if (label.letters.length < minLetters || label.letters.length > text.letters.length) continue;
    const part = findPart(label, text);
    if (part) all.push(part);
  }
  all.sort((a, b) => b.likeness - a.likeness || b.label.letters.length - a.label.letters.length);
  const apart: LabelPart[] = [];
  for (const part of all) if (!apart.some((other) => part.begin < other.end && other.begin < part.end)) apart.push(part);
  return apart.sort((a, b) => a.begin - b.begin);
}

function findPart(label: KnownLabel, text: PlainText): LabelPart | undefined {
  const { letters } = label;
  if (letters.length <= short) return findWord(label, text);
  if (1 - leastDistance(label.bits, text.letters, false) / letters.length < minLikeness) return undefined;
  const { likeness, end } = findWithin(letters, text.letters);
  const begin = Math.max(0, end - letters.length);
  return likeness >= minLikeness && (letters.length >= ownWord || isWord(text, begin, end)) ? { label, likeness, begin, end } : undefined;
}

function findWord(label: KnownLabel, text: PlainText): LabelPart | undefined {
  const begin = text.letters.indexOf(label.letters);
  const end = begin + label.letters.length;
  return begin >= 0 && isWord(text, begin, end) ? { label, likeness: 1, begin, end } : undefined;
}

/** Whether no letter touches a stretch of a text's letters at its ends. */
function isWord({ at }: PlainText, begin: number, end: number): boolean {
  const begins = begin <= 0 || at[begin]! - at[begin - 1]! > 1;
  return begins && (end >= at.length || at[end]! - at[end - 1]! > 1);
}
