import { plainCharacters } from '../../match/plain-letter.ts';
import { italianProvinces } from '../../tables/italian-provinces.ts';
import type { FoundValue } from '../found-value.ts';
import { placesOf } from './known-phrases.ts';
import { writePhrases } from './write-phrases.ts';
import { writeState } from './write-state.ts';

/** A digit that texture, or a label of one letter, is seen as: `3MANAMA`, `4-LYON`. */
const stray = /^\d[- ]?(?=\p{L}{4})/u;

/** `ROMA CRM`, `PADOVA (PDJ`: brackets that were read as letters, or only one of them. */
const bracketed = /^(.{3,}?) ?[(C[I]?(?<=[ (C[I])(\p{Lu}{2})[)J\]I]?$/u;

/** A place in Italy with its province in brackets. */
function withProvince(text: string): string {
  const [, place, province] = bracketed.exec(text) ?? [];
  return place && province && italianProvinces.has(province) ? `${place.trim()} (${province})` : text;
}

/**
 * A place of birth with the accents and gaps that its state writes it with. Towns differ in a
 * letter from each other, so only a text with the very letters of a known one is that.
 */
export function writePlace(value: FoundValue, issuer: string | undefined): FoundValue {
  const own = { ...value, value: writeState(value.value.replace(stray, ''), issuer) };
  const known = writePhrases(own, placesOf(issuer));
  const written = plainCharacters(known.value) === plainCharacters(own.value) ? known : own;
  return issuer === 'ITA' ? { ...written, value: withProvince(written.value) } : written;
}
