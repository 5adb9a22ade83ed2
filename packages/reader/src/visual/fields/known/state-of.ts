import { nationalityWords } from '../../tables/nationality-words.ts';
import { plainLetters } from '../labels/compare-letters.ts';

/** So many letters tell a word of nationality from others. */
const minLetters = 5;

/** The state whose nationality is printed, where no zone says who issued a document. */
export function stateOf(nationality: string | undefined): string | undefined {
  const words = new Set((nationality ?? '').split(/[^\p{L}]+/u).map((word) => plainLetters(word).toUpperCase()));
  return Object.keys(nationalityWords).find((code) =>
    nationalityWords[code]!.split(' ').some((word) => word.length >= minLetters && words.has(word)),
  );
}
