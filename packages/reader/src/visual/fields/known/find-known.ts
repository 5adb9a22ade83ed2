import { type FoundText, findPattern, saysNothingElse, saysTheSame, worstCost, worstCostOfAll } from '../../match/find-pattern.ts';
import { namePattern } from '../../match/name-pattern.ts';
import { type TextReading, textOf } from '../../recognise/text-reading.ts';
import { type FoundValue, valueOfFound } from '../found-value.ts';
import { showTheSame } from '../lines/page-lines.ts';
import type { KnownText } from './known-texts.ts';

/**
 * The next line of one value begins this many capitals' heights lower at most, and as far right.
 */
const maxLeading = 3.2;
const maxIndent = 2.5;

/**
 * An accent that the recogniser did not see costs a name this much: SORENSEN is printed SØRENSEN
 * where its zone has SOERENSEN. Another letter costs more.
 */
const minCostOfNames = -6.5;
/** A date in six digits or fewer must be seen about as it is. */
const minMeanCostOfShortDate = -0.6;

/** How much more probable a character of a less usual form must be, as a natural logarithm. */
const minGain = 0.3;

/**
 * Accents that another reading of the place shows otherwise; what is less sure disputes nothing.
 */
export const mostDisputed = 0.9;
export const minOfOther = 0.3;

/** Where a character costs more than this, and another one is seen, a closer look must show it. */
const doubtfulCost = -1.95;
/** One that is seen instead of it is about as probable: a factor of less than three. */
const minCostOfShown = -1;
export const isShown = (found: FoundText) => saysTheSame(found) || worstCostOfAll(found) >= minCostOfShown;
const isDoubtful = (found: FoundText) => !saysTheSame(found) && worstCostOfAll(found) < doubtfulCost;

/** A closer look shows what the recogniser sees there by itself, or all but a letter. */
const minCostOfLook = -2;
export const isClear = (found: FoundText) => saysTheSame(found) || (saysNothingElse(found) && worstCost(found) >= minCostOfLook);

/** Where something that the zone says is printed; undefined where it is not found. */
export function findKnown(
  { words, patterns, withCheckDigit, isCut }: KnownText,
  readings: readonly TextReading[],
  isWanted: (found: FoundText) => boolean = () => true,
): FoundValue | undefined {
  const least = words.length > 0 ? minCostOfNames : undefined;
  const isKept = (one: FoundText) => !isPartOfNumber(one) && !isHardlyDate(one) && !isBehindMonth(one) && isWanted(one);
  const all = withCheckDigit ? [...patterns, withCheckDigit] : patterns;
  const found = all.flatMap((pattern) => surest(findPattern(pattern, readings, least, isCut).filter(isKept)) ?? []);
  // Of forms that are about as probable the most usual one, which comes first.
  const best = found.reduce<FoundText | undefined>(
    (likeliest, one) => (likeliest && one.meanCost < likeliest.meanCost + minGain ? likeliest : one),
    undefined,
  );
  if (best) return { ...(isCut ? withRest(best) : valueOfFound(best)), ...(isDoubtful(best) && { isDoubtful: true }) };
  return words.length > 1 ? findOnLines(words, readings, isWanted, isCut) : undefined;
}

/**
 * The first of some, as the reading of its place that is surest shows it: one cut may lose an
 * accent.
 */
function surest(found: readonly FoundText[]): FoundText | undefined {
  const [first] = found;
  if (!first) return undefined;
  const others = found.filter(({ reading, confidence }) => confidence >= minOfOther && showTheSame(first.reading, reading));
  const best = others.reduce((surer, one) => (one.confidence > surer.confidence ? one : surer), first);
  const isDisputed = others.some(({ text }) => text !== best.text);
  return isDisputed || best.text !== first.text ? { ...best, confidence: Math.min(mostDisputed, best.confidence) } : best;
}

/**
 * Names that go on on the next line: two surnames, or more given names than a line has room for.
 */
function findOnLines(
  words: readonly string[],
  readings: readonly TextReading[],
  isWanted: (found: FoundText) => boolean,
  isCut = false,
): FoundValue | undefined {
  for (let parted = words.length - 1; parted > 0; parted--) {
    const first = findPattern(namePattern(words.slice(0, parted)), readings).filter(isWanted);
    if (first.length === 0) continue;
    const second = findPattern(namePattern(words.slice(parted)), readings, undefined, isCut).filter(isWanted);
    for (const upper of first) {
      const lower = second.find((candidate) => isBelow(upper, candidate));
      if (lower) return isCut ? withRest(lower, upper) : valueOfFound(upper, lower);
    }
  }
  return undefined;
}

/** What goes on behind a name on its line, as far as it can be one. */
const restOfNames = /^[\p{L} '.,-]*/u;
const mostOfCut = 0.94;

/** A name that its zone cut off, with the end that only print has; nothing proves that. */
function withRest(last: FoundText, ...before: readonly FoundText[]): FoundValue {
  const behind = last.reading.characters.filter(({ from, to }) => (from + to) / 2 > last.alignment.to);
  const [rest = ''] = restOfNames.exec(textOf(behind)) ?? [];
  const characters = behind.slice(0, [...rest.trimEnd()].length);
  const found = valueOfFound(...before, last);
  const sure = characters.reduce((product, { confidence }) => product * confidence, mostOfCut);
  const end = characters.at(-1)?.to ?? last.alignment.to;
  return {
    value: found.value + textOf(characters),
    confidence: Math.min(found.confidence, sure),
    stretches: found.stretches.map((stretch, index) => (index === before.length ? { ...stretch, to: end } : stretch)),
  };
}

function isBelow(upper: FoundText, lower: FoundText): boolean {
  const [a, b] = [upper.reading.line, lower.reading.line];
  const cap = a.baseLine - a.capTop;
  const down = b.baseLine - a.baseLine;
  return (
    upper.reading !== lower.reading &&
    down > 0.5 * cap &&
    down < maxLeading * cap &&
    Math.abs(startOf(lower) - startOf(upper)) < maxIndent * cap
  );
}

function startOf({ reading, alignment }: FoundText): number {
  return reading.firstStepAt + alignment.from * reading.pixelsPerStep;
}

/** Six or eight digits without a mark are a date on their own, and beside others a number's. */
function isPartOfNumber({ text, reading }: FoundText): boolean {
  return /^(\d{6}|\d{8})$/.test(text) && reading.text.replace(/\D/g, '').length > text.length;
}

/** `01 JAN 7JAN 85`: a stroke between two months may be seen as a digit, which is no day. */
function isBehindMonth({ text, reading, alignment }: FoundText): boolean {
  if (!/^\d ?\p{L}/u.test(text)) return false;
  const before = reading.characters.filter(({ from, to }) => (from + to) / 2 < alignment.from);
  return /\d[ .,/-]*\p{L}{3,}[ .,/-]*$/u.test(before.map(({ character }) => character).join(''));
}

/** Digits alone, and so few of them, say nothing where they hang together or are hardly seen. */
function isHardlyDate({ text, meanCost }: FoundText): boolean {
  const parts = text.match(/\d+/g) ?? [];
  const digits = parts.join('').length;
  const isDate = /^\d{1,2}[\d .,/-]*\d$/.test(text) && digits <= 6 && /[ .,/-]/.test(text);
  return isDate && ((parts.length < 3 && digits < 6) || meanCost < minMeanCostOfShortDate);
}
