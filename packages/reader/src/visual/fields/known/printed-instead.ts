import type { AlignedCharacter, Alignment } from '../../match/align-pattern.ts';
import type { LineScores } from '../../match/line-scores.ts';
import { plainCharacters, plainLetter } from '../../match/plain-letter.ts';
import { textAlphabet } from '../../recognise/text-alphabet.ts';
import type { TextCharacter, TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue } from '../found-value.ts';

/** So many characters in one may differ; more is another text. */
export const maxShare = 0.25;
/** In small or worn print these look alike. */
const alike = ['ITLJ1YF7', 'OQDC0GU', 'UVY', 'B83R', '5S6', '6G', '2Z7', 'EFBH', 'PFR', 'HNMK', 'AR4'];
/** Where a digit is expected, this is no other one: numbers have no small letters. */
const small = /\p{Ll}/u;
/** How clearly a character must be another one. */
export type Clearness = {
  /** How much less probable than what is seen the expected one is, as a natural logarithm. */
  readonly cost: number;
  /** The same for one that looks like what is seen. */
  readonly costOfAlike: number;
  /** How surely what is printed instead must be seen, 0 to 1. */
  readonly confidence: number;
};
/**
 * Where the expected character is about as probable as what is seen, it may be printed: a factor of
 * seven.
 */
const maybeCost = -1.95;
/** Nothing proves what is printed. */
const mostUnproved = 0.94;

/**
 * What is printed on a line in the place of a text, where one in four characters of it, or fewer,
 * are clearly others.
 *
 * @param alignment of the text on the line
 * @param least letters and digits that it must have
 */
export function printedInstead(reading: TextReading, alignment: Alignment, least: number, clearness: Clearness): FoundValue | undefined {
  const printed = wholeWords(reading, alignment);
  const pairs = pairUp(printed, alignment.characters);
  if (pairs.length < least) return undefined;
  const others = new Set(findOthers(reading.scores, pairs, clearness));
  if (others.size === 0) return undefined;
  const written = new Map(pairs.map((pair) => [pair.seen, others.has(pair) ? pair.seen : pair.expected]));
  return {
    value: textOf(printed.map((character) => written.get(character) ?? character)).trim(),
    confidence: pairs.reduce((product, pair) => product * sureness(reading.scores, pair, others.has(pair)), mostUnproved),
    stretches: [{ reading, from: alignment.from, to: alignment.to }],
  };
}

/** Whether a text stands alone on its line. */
export function isAlone(reading: TextReading, alignment: Alignment): boolean {
  return textOf(wholeWords(reading, alignment)).trim() === reading.text.trim();
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

const isOfWord = ({ character }: { readonly character: string }) => /[\p{L}\p{N}]/u.test(character);

/** A letter or digit that is seen, and what was looked for in its place. */
type Pair = {
  readonly seen: TextCharacter;
  readonly expected: AlignedCharacter;
  /** What the latter costs, with the blanks beside it. */
  readonly cost: number;
  /** Both as plain capitals or digits. */
  readonly plain: string;
  readonly plainExpected: string;
};

/** As many letters and digits must stand there: what is missed is the recogniser's fault. */
function pairUp(printed: readonly TextCharacter[], aligned: readonly AlignedCharacter[]): Pair[] {
  const seen = printed.filter(isOfWord);
  const expected = aligned.filter(({ counts, character }) => counts && isOfWord({ character }));
  if (seen.length !== expected.length) return [];
  const words = plainCharacters(textOf(expected));
  const plainSeen = seen.map(({ character }) => plainAs(words, plainCharacters(character)));
  const plainExpected = expected.map(({ character }) => plainCharacters(character));
  return seen.map((character, at) => {
    const isSeen = plainSeen[at + 1] === plainExpected[at + 1];
    const isTwice =
      isSeen && plainExpected[at + 1] === plainExpected[at] && aligned.indexOf(expected[at + 1]!) === aligned.indexOf(expected[at]!) + 1;
    return {
      seen: character,
      expected: expected[at]!,
      // The blanks beside a character that is not there are counted with the one before it; and of
      // two equal ones the second may be found in the place of the first: MM where SM is printed.
      cost: expected[at]!.cost + (expected[at - 1]?.cost ?? 0) + (isTwice ? expected[at + 1]!.cost : 0),
      plain: plainSeen[at]!,
      plainExpected: plainExpected[at]!,
    };
  });
}

/** In names digits are letters that look like them: `0BES6` is OBESG. */
const letterOf: Readonly<Record<string, string>> = { '2': 'Z', '5': 'S', '6': 'G', '8': 'B' };

/** A plain text as it must be read where something without digits, or with them, is expected. */
export function plainAs(expected: string, plain: string): string {
  return /[2-9]/.test(expected) ? plain : plain.replace(/[2568]/g, (digit) => letterOf[digit]!);
}

/**
 * The characters that are others than expected, each of them clearly; none where that is not sure.
 * What only looks like the expected one is taken for it, unless it is as clear.
 */
function findOthers(scores: LineScores, pairs: readonly Pair[], { cost: most, costOfAlike, confidence: least }: Clearness): Pair[] {
  const differing = pairs.filter(({ plain, plainExpected }) => plain !== plainExpected);
  if (differing.length > maxShare * pairs.length) return [];
  const others = differing.filter((pair) => pair.cost < maybeCost && !(isAlike(pair) && pair.cost > costOfAlike));
  const isClear = ({ seen, cost, plainExpected }: Pair) =>
    !(/\d/.test(plainExpected) && small.test(seen.character)) && plainConfidence(scores, seen) >= least && cost <= most;
  return others.every(isClear) ? others : [];
}

function isAlike({ plain, plainExpected }: Pair): boolean {
  return alike.some((group) => group.includes(plain) && group.includes(plainExpected));
}

/** How sure it is that a character is written as it is given: as it is seen, or as expected. */
function sureness(scores: LineScores, { seen, cost, plain, plainExpected }: Pair, isOther: boolean): number {
  if (isOther) return plainConfidence(scores, seen);
  return plain === plainExpected ? 1 : 1 / (1 + Math.exp(-cost));
}

/** How surely a character is seen, whatever its accent and case. */
function plainConfidence(scores: LineScores, { character, confidence, from, to }: TextCharacter): number {
  const plain = plainLetter(character);
  if (plain === undefined) return confidence;
  let most = confidence;
  for (let step = from; step < to; step++) {
    let [same, all] = [0, Math.exp(scores.blank[step]!)];
    [...textAlphabet].forEach((other, index) => {
      const share = Math.exp(scores.at(step, index + 1));
      all += share;
      if (plainLetter(other) === plain) same += share;
    });
    most = Math.max(most, same / all);
  }
  return most;
}

function textOf(characters: readonly { readonly character: string }[]): string {
  return characters.map(({ character }) => character).join('');
}

function middle({ from, to }: TextCharacter): number {
  return (from + to) / 2;
}
