import { type Alignment, alignPattern } from '../match/align-pattern.ts';
import { plainCharacters } from '../match/plain-letter.ts';
import type { TextPattern } from '../match/text-pattern.ts';
import type { TextCharacter, TextReading } from '../recognise/text-reading.ts';
import type { FoundValue } from './found-value.ts';

/** So many characters in one may differ; more is another text. */
const maxShare = 0.25;
const minCharacters = 5;
/** In small or worn print these look alike: one for the other is no finding. */
const alike = ['ITLJ1YF7', 'OQDC0GU', 'UVY', 'B83R', '5S6', '2Z7', 'EFBH', 'PFR', 'HNMK', 'AR4'];
/**
 * What is printed instead must be seen this clearly; the rest of it, which the zone has too, so.
 */
const minConfidence = 0.985;
const minConfidenceOfSame = 0.4;

/**
 * A text that is printed almost as the zone has it, and clearly not the same: one in four
 * characters, or fewer, are others. What is hardly legible is no finding.
 */
export function findDiffering(patterns: readonly TextPattern[], readings: readonly TextReading[]): FoundValue | undefined {
  const candidates = patterns.flatMap((pattern) =>
    readings.flatMap((reading) => {
      const alignment = alignPattern(reading.scores, pattern);
      return alignment ? (printedInstead(reading, alignment) ?? []) : [];
    }),
  );
  return candidates.sort((a, b) => b.confidence - a.confidence)[0];
}

function printedInstead(reading: TextReading, alignment: Alignment): FoundValue | undefined {
  const printed = wholeWords(reading, alignment);
  const others = findOthers(printed, textOf(alignment.characters));
  if (others.length === 0) return undefined;
  return {
    value: textOf(printed).trim(),
    confidence: others.reduce((product, { confidence }) => product * confidence, 1),
    stretches: [{ reading, from: alignment.from, to: alignment.to }],
  };
}

/** What stands where something was looked for, to the ends of its words. */
function wholeWords({ characters }: TextReading, { from, to }: Alignment): TextCharacter[] {
  const isWithin = (character: TextCharacter) => middle(character) >= from && middle(character) <= to;
  let first = characters.findIndex(isWithin);
  let last = characters.findLastIndex(isWithin);
  if (first < 0) return [];
  while (first > 0 && isOfWord(characters[first - 1]!)) first--;
  while (last + 1 < characters.length && isOfWord(characters[last + 1]!)) last++;
  return characters.slice(first, last + 1);
}

const isOfWord = ({ character }: TextCharacter) => /[\p{L}\p{N}]/u.test(character);

/**
 * The characters that are others than expected, each of them clearly seen; none where that is not
 * sure. As many letters and digits must stand there: what is missed is the recogniser's fault.
 */
function findOthers(printed: readonly TextCharacter[], expected: string): TextCharacter[] {
  const seen = printed.flatMap((character) => [...plainCharacters(character.character)].map((plain) => ({ plain, character })));
  const known = plainCharacters(expected);
  if (seen.length !== known.length || known.length < minCharacters) return [];
  const others = seen.filter(({ plain }, at) => plain !== known[at]);
  const isClear = seen.some(
    ({ plain }, at) => plain !== known[at] && !alike.some((group) => group.includes(plain) && group.includes(known[at]!)),
  );
  // What is as expected needs no other proof than that.
  const isSeen = seen.every(
    ({ plain, character }, at) => character.confidence >= (plain === known[at] ? minConfidenceOfSame : minConfidence),
  );
  return isClear && isSeen && others.length <= maxShare * known.length ? others.map(({ character }) => character) : [];
}

function textOf(characters: readonly { readonly character: string }[]): string {
  return characters.map(({ character }) => character).join('');
}

function middle({ from, to }: TextCharacter): number {
  return (from + to) / 2;
}
