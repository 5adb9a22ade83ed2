import { type Country, type CountryKind, countries } from './generated/countries.ts';

/**
 * A code of up to three letters, as printed without fillers; name and kind are undefined when no
 * table lists it.
 */
export interface CountryReading {
  readonly code: string;
  readonly name: string | undefined;
  readonly kind: CountryKind | undefined;
}

/**
 * The entry of a code as printed, fillers left out (`D` for Germany); undefined when no table lists
 * it.
 */
export function findCountry(code: string): Country | undefined {
  return countries.get(code);
}

/** What a printed code stands for; undefined when none is printed. */
export function readCountry(code: string | undefined): CountryReading | undefined {
  if (code === undefined) return undefined;
  return findCountry(code) ?? { code, name: undefined, kind: undefined };
}
