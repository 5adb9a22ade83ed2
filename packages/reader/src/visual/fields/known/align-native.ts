import { alignPattern } from '../../match/align-pattern.ts';
import { describeFound, type FoundText } from '../../match/find-pattern.ts';
import { nativePattern } from '../../match/native-pattern.ts';
import type { TextReading } from '../../recognise/text-reading.ts';
import type { Transliteration } from '../../tables/transliterations.ts';

/** What a text costs on average and at its worst letter, beside what Latin letters are seen. */
const least = { mean: -1, worst: -6 };
/** Beside it, a letter of texture at most. */
const mostOthers = 1;

/** A line that shows in another script what words spell in Latin letters; undefined for others. */
export function alignNative(reading: TextReading, words: readonly string[], letters: readonly Transliteration[]): FoundText | undefined {
  const wanted = { cost: 0, perCharacter: least.mean, worst: least.worst };
  const alignment = alignPattern(reading.scores, nativePattern(words, letters), wanted);
  const found = alignment && describeFound(reading, alignment);
  return found && isFound(found) ? found : undefined;
}

function isFound({ reading, isWhole, meanCost, alignment }: FoundText): boolean {
  const others = reading.characters.filter(({ character, from, to }) => {
    const middle = (from + to) / 2;
    return /\p{L}/u.test(character) && (middle < alignment.from || middle > alignment.to);
  });
  const isLegible = alignment.characters.every(({ cost, counts }) => !counts || cost >= least.worst);
  return isWhole && isLegible && others.length <= mostOthers && meanCost >= least.mean;
}
