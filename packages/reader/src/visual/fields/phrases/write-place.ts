import { plainCharacters } from '../../match/plain-letter.ts';
import type { FoundValue } from '../found-value.ts';
import { placesOf } from './known-phrases.ts';
import { writePhrases } from './write-phrases.ts';

/** A digit that texture, or a label of one letter, is seen as: `3MANAMA`, `4-LYON`. */
const stray = /^\d-?(?=\p{L}{4})/u;

/**
 * A place of birth with the accents and gaps that its state writes it with. Towns differ in a
 * letter from each other, so only a text with the very letters of a known one is that.
 */
export function writePlace(value: FoundValue, issuer: string | undefined): FoundValue {
  const own = { ...value, value: value.value.replace(stray, '') };
  const known = writePhrases(own, placesOf(issuer));
  return plainCharacters(known.value) === plainCharacters(own.value) ? known : own;
}
