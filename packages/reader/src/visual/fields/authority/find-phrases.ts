import { alignPattern } from '../../match/align-pattern.ts';
import { commonCount } from '../../match/common-count.ts';
import { describeFound, type FoundText } from '../../match/find-pattern.ts';
import { plainCharacters } from '../../match/plain-letter.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import { type KnownPhrase, phrasesOf } from './known-phrases.ts';

/** A known phrase where it stands on a line. */
export type FoundPhrase = { readonly phrase: KnownPhrase; readonly found: FoundText };

/**
 * What a phrase may cost on average and at its worst letter beside what is seen: about one letter
 * in seven is another one. Short ones must be seen as they are.
 */
const least = { mean: -1, worst: -9 };
const leastOfShort = { mean: -0.35, worst: -2.5 };
const short = 5;
/** A line has this share of a phrase's letters at least. */
const minCommon = 0.7;

/** The phrases of a state's authorities on a line, from left to right; of those in one place the longest. */
export function findPhrases(reading: TextReading, issuer: string | undefined): FoundPhrase[] {
  const all: FoundPhrase[] = [];
  for (const phrase of phrasesOf(issuer)) {
    const found = findPhrase(phrase, reading);
    if (found && !all.some((other) => overlap(other.found, found))) all.push({ phrase, found });
  }
  return all.sort((a, b) => a.found.alignment.from - b.found.alignment.from);
}

function findPhrase({ pattern }: KnownPhrase, reading: TextReading): FoundText | undefined {
  const expected = plainCharacters(pattern.expected);
  if (commonCount(expected, reading.plain) < minCommon * expected.length) return undefined;
  const { mean, worst } = pattern.expected.length <= short ? leastOfShort : least;
  const alignment = alignPattern(reading.scores, pattern, { cost: 0, perCharacter: mean, worst });
  const found = alignment && describeFound(reading, alignment);
  return found?.isWhole && found.meanCost >= mean && alignment!.characters.every(({ cost, counts }) => !counts || cost >= worst)
    ? found
    : undefined;
}

function overlap({ alignment: a }: FoundText, { alignment: b }: FoundText): boolean {
  return a.from < b.to && b.from < a.to;
}
