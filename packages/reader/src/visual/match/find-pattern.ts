import type { TextCharacter, TextReading } from '../recognise/text-reading.ts';
import { type AlignedCharacter, type Alignment, alignPattern } from './align-pattern.ts';
import type { Wanted } from './bound-pattern.ts';
import { commonCount } from './common-count.ts';
import { graphOf } from './pattern-graph.ts';
import { plainCharacters } from './plain-letter.ts';
import type { TextPattern } from './text-pattern.ts';

/** A known text where it was found on a page. */
export type FoundText = {
  readonly reading: TextReading;
  readonly alignment: Alignment;
  /** As printed. */
  readonly text: string;
  /** Mean cost of a character, at most 0. */
  readonly meanCost: number;
  /** Whether it is no part of a longer word or number. */
  readonly isWhole: boolean;
  /** Probability that it is printed like this, 0 to 1. */
  readonly confidence: number;
};

/** What is found costs less than this: on average, and at its worst character. */
const minMeanCost = -1.1;
const minCost = -4.5;
/** A text of so few characters must be seen as it is. */
const shortText = 3;
const minMeanCostOfShort = -0.35;
/** Where one character is worse than usual, the text has so many. */
const shortestDoubtful = 4;

/**
 * Of what is expected a line has this share of characters at least, in any order, to be looked at.
 */
const minCommon = 0.55;

/**
 * Every place where a pattern is found, most probable first.
 *
 * @param leastCost what its worst character may cost, where it is found on average as it should be
 * @param goesOn whether what is printed may go on behind it: the end of a name that its zone cut
 *   off
 */
export function findPattern(
  pattern: TextPattern,
  readings: readonly TextReading[],
  leastCost: number = minCost,
  goesOn = false,
): FoundText[] {
  const expected = plainCharacters(pattern.expected);
  const wanted = leastWanted(graphOf(pattern).mostCounted, leastCost);
  const found = readings.flatMap((reading) => {
    if (expected !== '' && commonCount(expected, reading.plain) / expected.length < minCommon) return [];
    const alignment = alignPattern(reading.scores, pattern, wanted);
    const text = alignment && describeFound(reading, alignment, goesOn);
    return text && isFound(text, leastCost) ? text : [];
  });
  return found.sort((a, b) => rank(b) - rank(a));
}

/** What an alignment says, however improbable. */
export function describeFound(reading: TextReading, alignment: Alignment, goesOn = false): FoundText {
  const counted = alignment.characters.filter(({ counts }) => counts);
  return {
    reading,
    alignment,
    text: alignment.characters.map(({ character }) => character).join(''),
    meanCost: alignment.cost / Math.max(1, counted.length),
    isWhole: standsAlone(reading, alignment, goesOn),
    confidence: confidenceOf(alignment.characters),
  };
}

/** What an alignment of so many characters, or fewer, must reach to be found. */
function leastWanted(characters: number, leastCost: number): Wanted {
  const perCharacter = characters <= shortText ? minMeanCostOfShort : minMeanCost;
  return { cost: 0, perCharacter, worst: Math.min(minCost, leastCost) };
}

function isFound(found: FoundText, leastCost: number): boolean {
  const { meanCost, alignment, isWhole } = found;
  const counted = alignment.characters.filter(({ counts }) => counts);
  const worst = worstCost(found);
  const least = counted.length <= shortText ? minMeanCostOfShort : minMeanCost;
  if (!isWhole || meanCost < least) return false;
  return worst >= minCost || (worst >= leastCost && counted.length >= shortestDoubtful && saysTheSame(found));
}

/** What the worst of the characters that count costs, at most 0. */
export function worstCost({ alignment }: FoundText): number {
  return Math.min(0, ...alignment.characters.map(({ cost, counts }) => (counts ? cost : 0)));
}

/**
 * What the worst of all its signs costs, at most 0: a digit that a gap passes over costs the gap.
 */
export function worstCostOfAll({ alignment }: FoundText): number {
  return Math.min(0, ...alignment.characters.map(({ cost }) => cost));
}

/** Whether the recogniser by itself sees the same letters, if not the same accents. */
export function saysTheSame(found: FoundText): boolean {
  return plainSeen(found) === plainCharacters(found.text);
}

/**
 * Whether it sees none that are others: letters of the text in their order, but some are missed.
 */
export function saysNothingElse(found: FoundText): boolean {
  const seen = plainSeen(found);
  let at = 0;
  for (const character of plainCharacters(found.text)) if (character === seen[at]) at++;
  return at === seen.length;
}

/** What it sees there, as plain capitals and digits. */
function plainSeen({ reading, alignment: { from, to } }: FoundText): string {
  const seen = reading.characters.filter(
    (character) => (character.from + character.to) / 2 >= from && (character.from + character.to) / 2 <= to,
  );
  return plainCharacters(seen.map(({ character }) => character).join(''));
}

function rank({ meanCost, reading }: FoundText): number {
  // Of two, the larger print is the value, the other one a note or a ghost.
  return meanCost + 0.02 * (reading.line.baseLine - reading.line.capTop);
}

const isWordCharacter = (character: string) => /[\p{L}\p{N}]/u.test(character);

/** Characters that are so many steps apart are none of one word. */
const apart = 9;
/**
 * In a text that is set wide they are, where they are this clear and no further apart than its own.
 */
const minClear = 0.9;
const widest = 1.3;

/** Whether no letter or digit touches the text at its ends. */
function standsAlone({ characters }: TextReading, { from, to, characters: own }: Alignment, goesOn: boolean): boolean {
  const gaps = own.slice(1).map(({ character, from }, index) => (isWordCharacter(character) ? from - own[index]!.to : 0));
  const farthest = widest * Math.max(0, ...gaps);
  const touches = (other: TextCharacter, gap: number) =>
    isWordCharacter(other.character) && (gap < apart || (gap <= farthest && other.confidence >= minClear));
  const before = characters.filter((character) => (character.from + character.to) / 2 < from).at(-1);
  const after = characters.find((character) => (character.from + character.to) / 2 > to);
  return !(before && touches(before, from - before.to)) && (goesOn || !(after && touches(after, after.from - to)));
}

/** The recogniser is surer of accents than it is right. */
const accentWeight = 12;

/** The characters one by one: that they are there, and that accent and case are those. */
function confidenceOf(characters: readonly AlignedCharacter[]): number {
  return Math.exp(
    characters.reduce((sum, { cost, share, counts }) => sum + (counts ? accentWeight * Math.log(share) + 0.35 * cost : 0.1 * cost), 0),
  );
}
