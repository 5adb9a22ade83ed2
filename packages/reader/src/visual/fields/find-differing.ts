import { alignPattern } from '../match/align-pattern.ts';
import { describeFound, type FoundText } from '../match/find-pattern.ts';
import type { TextPattern } from '../match/text-pattern.ts';
import type { TextCharacter, TextReading } from '../recognise/text-reading.ts';
import type { FoundValue } from './found-value.ts';

/** A character of the zone costs more than this where another one is printed, less where it is. */
const differs = -4;
const agrees = -0.4;
/** So many characters in one may differ; more is another text. */
const maxShare = 0.25;
const minCharacters = 6;
/** What is printed instead must be seen this clearly, each character of it. */
const minConfidence = 0.985;

/**
 * A text that is printed almost as the zone has it, and clearly not the same: one in four
 * characters, or fewer, are others. What is hardly legible is no finding.
 */
export function findDiffering(patterns: readonly TextPattern[], readings: readonly TextReading[]): FoundValue | undefined {
  const candidates = patterns.flatMap((pattern) =>
    readings.flatMap((reading) => {
      const alignment = alignPattern(reading.scores, pattern);
      const found = alignment && describeFound(reading, alignment);
      return found ? (printedInstead(found) ?? []) : [];
    }),
  );
  return candidates.sort((a, b) => b.confidence - a.confidence)[0];
}

function printedInstead({ reading, alignment, isWhole }: FoundText): FoundValue | undefined {
  const counted = alignment.characters.filter(({ counts }) => counts);
  const other = counted.filter(({ cost }) => cost < differs);
  const isNear =
    other.length > 0 && other.length <= maxShare * counted.length && counted.every(({ cost }) => cost < differs || cost > agrees);
  if (!isWhole || !isNear || counted.length < minCharacters) return undefined;
  const printed = reading.characters.filter(
    (character) => middle(character) >= alignment.from - 1 && middle(character) <= alignment.to + 1,
  );
  const letters = printed.filter(({ character }) => character !== ' ');
  // As many characters: what was missed or split is the recogniser's fault.
  if (letters.length !== alignment.characters.filter(({ character }) => character !== ' ').length) return undefined;
  if (letters.some(({ confidence }) => confidence < minConfidence)) return undefined;
  return {
    value: printed
      .map(({ character }) => character)
      .join('')
      .trim(),
    confidence: letters.reduce((product, { confidence }) => product * confidence, 1),
    stretches: [{ reading, from: alignment.from, to: alignment.to }],
  };
}

function middle({ from, to }: TextCharacter): number {
  return (from + to) / 2;
}
