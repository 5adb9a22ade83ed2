import { plainLetter } from '../match/plain-letter.ts';
import type { TextReading } from '../recognise/text-reading.ts';
import { distance, type FoundLabel } from './find-labels.ts';
import { findLabelled } from './find-labelled.ts';
import { type FoundValue, valueOfLines } from './found-value.ts';
import { nationalityWords } from './nationality-words.ts';
import type { PageLines } from './page-lines.ts';

/** The nationality as printed, and whether it says what the zone's code says. */
export type FoundNationality = { readonly value: FoundValue; readonly agrees: boolean };

/** A line with one of the words of the zone's nationality, or with its code; else what its label names. */
export function findNationality(code: string | undefined, labels: readonly FoundLabel[], lines: PageLines): FoundNationality | undefined {
  const labelled = findLabelled('nationality', labels, lines);
  if (labelled && code !== undefined && labelled.stretches.some(({ reading }) => saysNationality(reading, code))) return { value: { ...labelled, confidence: Math.max(labelled.confidence, 0.9 * meanOf(labelled)) }, agrees: true };
  if (code !== undefined) {
    const isLabel = new Set(labels.map(({ reading }) => reading));
    const saying = lines.free().filter((reading) => !isLabel.has(reading) && reading.confidence > 0.5 && saysNationality(reading, code));
    const best = saying.sort((a, b) => b.confidence - a.confidence)[0];
    if (best) return { value: valueOfLines([best], Math.min(0.94, 0.95 * best.confidence)), agrees: true };
  }
  return labelled && { value: labelled, agrees: false };
}

function meanOf({ stretches }: FoundValue): number {
  return stretches[0]?.reading.confidence ?? 0;
}

/** Whether a line names a nationality. A letter of a long word may be misread; words are few. */
function saysNationality({ text }: TextReading, code: string): boolean {
  const letters = text.split(/[^\p{L}]+/u).map((word) => [...word].map((character) => plainLetter(character) ?? '').join(''));
  const wanted = (nationalityWords[code] ?? '').split(' ').filter((word) => word !== '');
  if (letters.filter((word) => word !== '').length > 7) return false;
  if (letters.length === 1 && code.length === 3 && letters[0] === code) return true;
  return letters.some((word) => wanted.some((other) => word === other || (other.length >= 6 && distance(word, other) <= 1)));
}
