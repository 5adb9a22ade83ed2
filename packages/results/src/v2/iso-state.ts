import type { CountryReading } from '@ocr-web/mrz';

/**
 * Codes of states in ICAO Doc 9303-3 §5 that are not those of ISO 3166-1: Germany's, and Kosovo's,
 * which ISO does not list.
 */
const deviating: Readonly<Record<string, string | null>> = { D: 'DEU', RKS: null };

/** ISO 3166-1 alpha-3 code of a state; null for everything that is none. */
export function isoState(country: CountryReading | undefined): string | null {
  if (country?.kind !== 'state') return null;
  return Object.hasOwn(deviating, country.code) ? (deviating[country.code] ?? null) : country.code;
}
