import { onceFor } from '../../once-for.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { capHeight, showTheSame } from '../lines/page-lines.ts';
import { partReading } from '../lines/part-reading.ts';
import { leastDistance } from './bound-distance.ts';
import { lookDistance, plainLetters } from './compare-letters.ts';
import { costOfRare, type KnownLabel, labelBeginnings } from './known-labels.ts';
import { labelsLike } from './label-pairs.ts';
import { type LabelPart, labelsWithin, type Text } from './label-parts.ts';

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
/** A label within a longer line says less than one of its own. */
const within = 0.92;
/** Letters between two languages of a label that were seen where there are none. */
const mostBetween = 1;
const minOfOther = 12;
/** What stands behind a label is another language's where it is this much like one. */
const minLikenessBehind = 0.8;
/** The label is this much of its line at least, up to its end: other languages, a number. */
const minCoverage = 0.38;

/**
 * The lines that are labels. A line with labels of several languages is what the likest one says;
 * so are two readings of one line.
 *
 * @param valueHeight of the capitals of values that are known: labels are smaller, mostly
 */
export function findLabels(readings: readonly TextReading[], valueHeight: number | undefined): FoundLabel[] {
  const all = readings.flatMap((reading) => {
    const label = labelOn(reading);
    const isLarge = valueHeight !== undefined && capHeight(reading) > largestLabel * valueHeight;
    const needed = label?.behind && label.key !== 'other' ? minLikenessOfInline : minLikenessOfLarge;
    return label && (!isLarge || label.likeness >= needed) ? label : [];
  });
  return all.filter(
    (label) =>
      !all.some((other) => other.key !== label.key && other.likeness > label.likeness && showTheSame(other.reading, label.reading)),
  );
}

/** The best label so far. */
type Best = { readonly key: VisualKey | 'other'; readonly likeness: number };

const labelOn = onceFor(findLabel);

function findLabel(reading: TextReading): FoundLabel | undefined {
  let best: Best | undefined;
  const { text: whole, like, parts } = labelsWithin(reading);
  const texts = reading.text.split(/[/:|]/).map((part) => plainLetters(part.replace(/^\s*[\d()]+[.\s]/, '')));
  // Mostly the only part is all of the line.
  for (const letters of new Set([...texts, whole.letters]))
    best = likest(letters, letters === whole.letters ? like : labelsLike(letters), best);
  for (const { label, likeness: alike, end } of parts) {
    const likeness = within * alike - costOfRare(label, alike);
    const covers = label.letters.length > short && label.letters.length >= minCoverage * end;
    if (isNamed(label) && covers && likeness > (best?.likeness ?? 0)) best = { key: label.key, likeness };
  }
  const end = best && endOf(parts, best.key, reading.text, whole.at);
  return best && { ...best, reading, behind: partBehind(reading, best.key, end ? whole.at[end - 1]! : undefined) };
}

/** Within a longer line a short label of what is not wanted may be a part of a value. */
const isNamed = ({ key, letters }: LabelPart['label']) => key !== 'other' || letters.length >= minOfOther;

/**
 * Behind which letter a label ends: in other languages it goes on behind itself, not behind a
 * colon.
 */
function endOf(parts: readonly LabelPart[], key: Best['key'], text: string, at: readonly number[]): number | undefined {
  let end = parts.find(({ label }) => label.key === key)?.end;
  for (const part of parts) {
    if (end === undefined || part.begin < end || part.begin > end + mostBetween) continue;
    if (!text.slice(at[end - 1]! + 1, at[part.begin]!).includes(':')) end = part.end;
  }
  return end;
}

/** The label that letters are as a whole, of those that are worth comparing with them. */
function likest(letters: string, like: readonly KnownLabel[], best?: Best): Best | undefined {
  if (letters.length < minLetters) return best;
  let likest = best;
  for (const one of like) {
    const { key, letters: label } = one;
    const shorter = Math.min(letters.length, label.length);
    const longer = Math.max(letters.length, label.length);
    const needed = Math.max(likest?.likeness ?? 0, shorter <= short ? minLikenessOfShort : minLikeness);
    if (longer - shorter > (1 - needed) * longer) continue;
    if (1 - leastDistance(one.bits, letters, true) / longer < needed) continue;
    const alike = 1 - lookDistance(letters, label) / longer;
    const likeness = alike - costOfRare(one, alike);
    if (likeness >= needed && likeness > (likest?.likeness ?? 0)) likest = { key, likeness };
  }
  return likest;
}

/** The part of a line behind a label; none where a word or another language's label goes on. */
function partBehind(reading: TextReading, key: Best['key'], last: number | undefined): TextReading | undefined {
  const next = last === undefined ? undefined : reading.characters[last + 1];
  if (!next || !/[ :.,]/.test(next.character)) return undefined;
  const part = partReading(reading, next.from, reading.scores.steps);
  const isSlash = /^[ .:]*[/|]/.test(reading.text.slice(last! + 1));
  const goesOn = part && (isLikeLabel(part) || labelsWithin(part).parts.some(({ label }) => label.key === key));
  return isSlash || goesOn ? undefined : part;
}

/** Whether a line is a label, or what is left of one's line where the value was taken. */
export function isOfLabel(reading: TextReading, labels: readonly FoundLabel[]): boolean {
  return labels.some(
    (label) =>
      label.reading === reading ||
      (label.behind !== undefined &&
        showTheSame(label.reading, reading) &&
        reading.line.left < label.behind.line.left - capHeight(reading)),
  );
}

/** Whether a line is a label, the beginning of one, or has one for the most part. */
export const isLikeLabel = onceFor(compareWithLabels);

function compareWithLabels(reading: Text): boolean {
  const { text, like, parts } = labelsWithin(reading);
  const { letters } = text;
  if (letters.length < minLetters) return false;
  const isOne = labelBeginnings.has(letters) || (likest(letters, like)?.likeness ?? 0) >= minLikenessBehind;
  const named = parts.filter(({ label }) => label.key !== 'other');
  return isOne || named.reduce((sum, { begin, end }) => sum + end - begin, 0) > letters.length / 2;
}
