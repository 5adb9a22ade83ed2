import type { CountryReading } from '@ocr-web/mrz';

/** Codes of states in ICAO Doc 9303-3 §5 that are not those of ISO 3166-1. */
const deviating: Readonly<Record<string, string>> = { D: 'DEU' };

/**
 * ISO 3166-1 alpha-3 code of a printed one; undefined for everything that ISO does not list:
 * organisations, persons without a state, Kosovo, specimens.
 */
export function stateCode(country: CountryReading | undefined): string | undefined {
  if (country?.kind !== 'state' || country.code === 'RKS') return undefined;
  return deviating[country.code] ?? country.code;
}
