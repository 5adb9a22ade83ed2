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
/**
 * How much less probable than what is seen a character must be to be another one, as a natural
 * logarithm; one that looks like it, much less. On genuine print the recogniser's mistakes stay
 * above -7.
 */
const maxCost = -9;
const maxCostOfAlike = -12;
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
 */
export function findDiffering(
  patterns: readonly TextPattern[],
  readings: readonly TextReading[],
  labels: readonly FoundLabel[],
  all: readonly FoundLabel[],
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
      return alignment
        ? (printedInstead(reading, alignment, named.has(reading) ? minCharacters : others.has(reading) ? minWithin : minUnlabelled) ?? [])
        : [];
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

function printedInstead(reading: TextReading, alignment: Alignment, least: number): FoundValue | undefined {
  const printed = wholeWords(reading, alignment);
  // What is short and not named stands alone on its line.
  const isAlone = textOf(printed).trim() === reading.text.trim();
  const others = findOthers(reading, printed, alignment.characters, isAlone ? least : Math.max(least, minWithin));
  if (others.length === 0) return undefined;
  return {
    value: textOf(
      printed.map((character) => (others.includes(character) ? character : (alignedAt(alignment, character) ?? character))),
    ).trim(),
    confidence: others.reduce((product, character) => product * plainConfidence(reading.scores, character), mostUnproved),
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

/**
 * The characters that are others than expected, each of them clearly; none where that is not sure.
 * As many letters and digits must stand there: what is missed is the recogniser's fault.
 */
function findOthers(
  { scores }: TextReading,
  printed: readonly TextCharacter[],
  aligned: readonly AlignedCharacter[],
  least: number,
): TextCharacter[] {
  const seen = printed.filter(isOfWord);
  const expected = aligned.filter(({ counts, character }) => counts && isOfWord({ character }));
  if (seen.length !== expected.length || seen.length < least) return [];
  const pairs = seen.map((character, at) => ({ character, aligned: expected[at]! }));
  const words = plainCharacters(expected.map(({ character }) => character).join(''));
  const plainOf = ({ character }: TextCharacter) => plainAs(words, plainCharacters(character));
  const others = pairs.filter(({ character, aligned }) => plainOf(character) !== plainCharacters(aligned.character));
  if (others.length === 0 || others.length > maxShare * seen.length) return [];
  const isOther = others.every((pair) => {
    const { character, aligned } = pair;
    const [plain, known] = [plainOf(character), plainCharacters(aligned.character)];
    const isAlike = alike.some((group) => group.includes(plain) && group.includes(known));
    // The blanks beside a character that is not there are counted with the one before it.
    const before = pairs[pairs.indexOf(pair) - 1]?.aligned.cost ?? 0;
    return plainConfidence(scores, character) >= minConfidence && aligned.cost + before <= (isAlike ? maxCostOfAlike : maxCost);
  });
  return isOther ? others.map(({ character }) => character) : [];
}

/**
 * What was looked for where a character of the same plain letter stands: the zone tells O from 0.
 */
function alignedAt({ characters }: Alignment, character: TextCharacter): AlignedCharacter | undefined {
  return characters.find(
    ({ from, to, character: own }) =>
      middle(character) >= from &&
      middle(character) <= to &&
      plainAs(plainCharacters(textOf(characters)), plainCharacters(character.character)) === plainCharacters(own) &&
      isOfWord(character),
  );
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
