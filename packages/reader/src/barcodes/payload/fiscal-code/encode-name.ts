import { plainLetter } from '../../../visual/match/plain-letter.ts';

/**
 * The three letters of a surname: its consonants, then its vowels, filled up with X (DM 23 December
 * 1976, art. 2).
 */
export function encodeSurname(surname: string): string {
  const { consonants, vowels } = sort(surname);
  return `${consonants}${vowels}XXX`.slice(0, 3);
}

/** Those of the given names: of four or more consonants the first, third and fourth (art. 3). */
export function encodeGivenNames(names: string): string {
  const { consonants, vowels } = sort(names);
  return consonants.length >= 4 ? `${consonants[0]}${consonants[2]}${consonants[3]}` : `${consonants}${vowels}XXX`.slice(0, 3);
}

function sort(name: string): { readonly consonants: string; readonly vowels: string } {
  const letters = Array.from(name, (letter) => plainLetter(letter) ?? '').join('');
  return { consonants: letters.replaceAll(/[AEIOU]/g, ''), vowels: letters.replaceAll(/[^AEIOU]/g, '') };
}
