import { alignPattern } from '../../match/align-pattern.ts';
import { commonCount } from '../../match/common-count.ts';
import { describeFound, type FoundText } from '../../match/find-pattern.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import type { KnownPhrase } from './known-phrases.ts';

/** A known phrase where it stands on a line. */
export type FoundPhrase = { readonly phrase: KnownPhrase; readonly found: FoundText };

/**
 * What a phrase of so many letters, or fewer, may cost on average and at its worst letter beside
 * what is seen: short ones must be seen as they are, of long ones a letter in six may be another.
 */
const least: readonly { readonly letters: number; readonly mean: number; readonly worst: number }[] = [
  { letters: 5, mean: -0.35, worst: -2.5 },
  { letters: 8, mean: -0.7, worst: -6 },
  { letters: Number.POSITIVE_INFINITY, mean: -1.2, worst: -10 },
];
/** A line has this share of a phrase's letters at least. */
const minCommon = 0.5;
/** And this share of its pairs of neighbours. */
const minPairs = 0.3;
/** How many letters a cost of 1 outweighs. */
const costWeight = 0.6;
/** A letter alone behind a phrase of so many is none of it, even if it touches it. */
const minOfStray = 8;

/**
 * The phrases on a line, from left to right; of those in one place the likeliest, then the longest.
 */
export function findPhrases(reading: TextReading, phrases: readonly KnownPhrase[]): FoundPhrase[] {
  const found = phrases.flatMap((phrase) => {
    const text = findPhrase(phrase, reading);
    return text ? { phrase, found: text } : [];
  });
  const all: FoundPhrase[] = [];
  for (const one of found.sort((a, b) => rank(b) - rank(a))) if (!all.some((other) => overlap(other.found, one.found))) all.push(one);
  return all.sort((a, b) => a.found.alignment.from - b.found.alignment.from);
}

/** `MINISTÈRE DE` where that is read, not `MINISTÈRE DES` with a letter that is not seen. */
function rank({ phrase, found }: FoundPhrase): number {
  return phrase.letters.length + costWeight * found.alignment.cost;
}

function findPhrase({ pattern, letters, pairs }: KnownPhrase, reading: TextReading): FoundText | undefined {
  if (commonCount(letters, reading.plain) < minCommon * letters.length) return undefined;
  if (pairs.filter((pair) => reading.plain.includes(pair)).length < minPairs * pairs.length) return undefined;
  const { mean, worst } = least.find((one) => letters.length <= one.letters)!;
  const alignment = alignPattern(reading.scores, pattern, { cost: 0, perCharacter: mean, worst });
  const found = alignment && describeFound(reading, alignment);
  if (!found || found.meanCost < mean || alignment!.characters.some(({ cost, counts }) => counts && cost < worst)) return undefined;
  return found.isWhole ? found : withStray(found, letters.length);
}

/** A phrase behind which a single character of texture is seen, with that in its place. */
function withStray(found: FoundText, letters: number): FoundText | undefined {
  const { alignment, reading } = found;
  const isBehind = reading.characters.filter(({ character, from }) => character !== ' ' && from >= alignment.to - 1);
  if (letters < minOfStray || isBehind.length !== 1) return undefined;
  const whole = describeFound({ ...reading, characters: reading.characters.filter((one) => one !== isBehind[0]) }, alignment);
  return whole.isWhole ? { ...found, alignment: { ...alignment, to: isBehind[0]!.to } } : undefined;
}

function overlap({ alignment: a }: FoundText, { alignment: b }: FoundText): boolean {
  return a.from < b.to && b.from < a.to;
}
