import type { Country } from './country.ts';
import { countries } from './generated/countries.ts';

/** The entry of a code as printed, fillers left out (`D` for Germany); undefined when no table lists it. */
export function findCountry(code: string): Country | undefined {
  return countries.get(code);
}
