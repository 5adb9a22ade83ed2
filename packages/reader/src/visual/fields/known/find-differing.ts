import { type AlignedCharacter, type Alignment, alignPattern } from '../../match/align-pattern.ts';
import { commonCount } from '../../match/common-count.ts';
import type { LineScores } from '../../match/line-scores.ts';
import { graphOf } from '../../match/pattern-graph.ts';
import { plainCharacters, plainLetter } from '../../match/plain-letter.ts';
import type { TextPattern } from '../../match/text-pattern.ts';
import { textAlphabet } from '../../recognise/text-alphabet.ts';
import type { TextCharacter, TextReading } from '../../recognise/text-reading.ts';
import type { FoundValue } from '../found-value.ts';
import type { FoundLabel } from '../labels/find-labels.ts';
import { valueNearLabel } from '../labels/value-near-label.ts';

/** So many characters in one may differ; more is another text. */
const maxShare = 0.25;
const minCharacters = 4;
/** A shorter text may be another word than the one that was looked for, if no label names it. */
const minUnlabelled = 5;
const minWithin = 6;
/** In small or worn print these look alike. */
const alike = ['ITLJ1YF7', 'OQDC0GU', 'UVY', 'B83R', '5S6', '2Z7', 'EFBH', 'PFR', 'HNMK', 'AR4'];
/** Where a digit is expected, this is no other one: numbers have no small letters. */
const small = /\p{Ll}/u;
/** How clearly a character must be another one. */
export type Clearness = {
  /** How much less probable than what is seen the expected one is, as a natural logarithm. */
  readonly cost: number;
  /** The same for one that looks like what is seen. */
  readonly costOfAlike: number;
};
/** In one reading. On genuine print the recogniser's mistakes stay above -7.5. */
export const clearAtOnce: Clearness = Object.freeze({ cost: -9, costOfAlike: -12 });
/**
 * In each of several readings that say the same. Of fields of 500 drawn genuine pages, each cut out
 * four times, no mistake reached -4 in three cuts, and -7.1 in one.
 */
export const clearInSeveral: Clearness = Object.freeze({ cost: -7, costOfAlike: -7 });
/**
 * Where the expected character is about as probable as what is seen, it may be printed: a factor of
 * seven.
 */
const maybeCost = -1.95;
/**
 * What is seen instead must be that clearly. On 2,000 drawn genuine pages the clearest mistake,
 * over guilloche, reached 0.95; of 150 forged ones one finding lies between 0.9 and this.
 */
const minConfidence = 0.96;
/** Nothing proves what is printed. */
const mostUnproved = 0.94;

/**
 * A text that is printed almost as the zone has it, and clearly not the same: one in four
 * characters, or fewer, are others. What is hardly legible is no finding.
 *
 * @param labels those that name it: of short texts only what stands near one of them is compared
 * @param clearness how clearly each of the others must be one
 */
export function findDiffering(
  patterns: readonly TextPattern[],
  readings: readonly TextReading[],
  labels: readonly FoundLabel[],
  all: readonly FoundLabel[],
  clearness: Clearness = clearAtOnce,
): FoundValue | undefined {
  const named = new Set(labels.flatMap((label) => label.behind ?? valueNearLabel(label, readings, all) ?? []));
  const others = new Set(
    all.filter((label) => !labels.includes(label)).flatMap((label) => label.behind ?? valueNearLabel(label, readings, all) ?? []),
  );
  const candidates = patterns.flatMap((pattern) => {
    const expected = plainCharacters(pattern.expected);
    // All characters but those that may differ are there, in any order.
    const least = (1 - maxShare) * Math.max(minCharacters, graphOf(pattern).leastCounted);
    return readings.flatMap((reading) => {
      if (commonCount(expected, plainAs(expected, reading.plain)) < least) return [];
      const alignment = alignPattern(reading.scores, pattern);
      const shortest = named.has(reading) ? minCharacters : others.has(reading) ? minWithin : minUnlabelled;
      return (alignment && printedInstead(reading, alignment, shortest, clearness)) ?? [];
    });
  });
  return candidates.sort((a, b) => b.confidence - a.confidence)[0];
}

/** In names digits are letters that look like them: `0BES6` is OBESG. */
const letterOf: Readonly<Record<string, string>> = { '2': 'Z', '5': 'S', '6': 'G', '8': 'B' };

/** A plain text as it must be read where something without digits, or with them, is expected. */
function plainAs(expected: string, plain: string): string {
  return /[2-9]/.test(expected) ? plain : plain.replace(/[2568]/g, (digit) => letterOf[digit]!);
}

function printedInstead(reading: TextReading, alignment: Alignment, least: number, clearness: Clearness): FoundValue | undefined {
  const printed = wholeWords(reading, alignment);
  // What is short and not named stands alone on its line.
  const isAlone = textOf(printed).trim() === reading.text.trim();
  const pairs = pairUp(printed, alignment.characters, isAlone ? least : Math.max(least, minWithin));
  const others = findOthers(reading.scores, pairs, clearness);
  if (others.length === 0) return undefined;
  const written = new Map(pairs.map((pair) => [pair.seen, others.includes(pair) ? pair.seen : pair.expected]));
  const isOther = new Set(others);
  return {
    value: textOf(printed.map((character) => written.get(character) ?? character)).trim(),
    confidence: pairs.reduce((product, pair) => product * sureness(reading.scores, pair, isOther.has(pair)), mostUnproved),
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
function pairUp(printed: readonly TextCharacter[], aligned: readonly AlignedCharacter[], least: number): Pair[] {
  const seen = printed.filter(isOfWord);
  const expected = aligned.filter(({ counts, character }) => counts && isOfWord({ character }));
  if (seen.length !== expected.length || seen.length < least) return [];
  const words = plainCharacters(textOf(expected));
  return seen.map((character, at) => ({
    seen: character,
    expected: expected[at]!,
    // The blanks beside a character that is not there are counted with the one before it.
    cost: expected[at]!.cost + (expected[at - 1]?.cost ?? 0),
    plain: plainAs(words, plainCharacters(character.character)),
    plainExpected: plainCharacters(expected[at]!.character),
  }));
}

/**
 * The characters that are others than expected, each of them clearly; none where that is not sure.
 */
function findOthers(scores: LineScores, pairs: readonly Pair[], { cost: most, costOfAlike }: Clearness): Pair[] {
  const differing = pairs.filter(({ plain, plainExpected }) => plain !== plainExpected);
  if (differing.length > maxShare * pairs.length) return [];
  const others = differing.filter(({ cost }) => cost < maybeCost);
  const isOther = others.every(({ seen, cost, plain, plainExpected }) => {
    const isAlike = alike.some((group) => group.includes(plain) && group.includes(plainExpected));
    if (/\d/.test(plainExpected) && small.test(seen.character)) return false;
    return plainConfidence(scores, seen) >= minConfidence && cost <= (isAlike ? costOfAlike : most);
  });
  return isOther ? others : [];
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
