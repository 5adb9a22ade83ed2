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
/** Everything that is printed must be seen this clearly, each character of it. */
const minConfidence = 0.985;

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
  const sure = printed.every(({ character, confidence }) => character === ' ' || confidence >= minConfidence);
  if (!sure || !differsSlightly(textOf(printed), textOf(alignment.characters))) return undefined;
  return {
    value: textOf(printed).trim(),
    confidence: printed.reduce((product, { confidence }) => product * confidence, 1),
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
 * As many letters and digits, some of which are others: what is missed is the recogniser's fault.
 */
function differsSlightly(printed: string, expected: string): boolean {
  const [seen, known] = [plainCharacters(printed), plainCharacters(expected)];
  if (seen.length !== known.length || known.length < minCharacters) return false;
  const others = [...known].flatMap((character, at) => (character === seen[at] ? [] : [[character, seen[at]!] as const]));
  const isClear = others.some(([a, b]) => !alike.some((group) => group.includes(a) && group.includes(b)));
  return isClear && others.length <= maxShare * known.length;
}

function textOf(characters: readonly { readonly character: string }[]): string {
  return characters.map(({ character }) => character).join('');
}

function middle({ from, to }: TextCharacter): number {
  return (from + to) / 2;
}
