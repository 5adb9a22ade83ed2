import { isoDate } from '../iso-date.ts';

/**
 * A date of an AAMVA barcode as an ISO date. The United States write MMDDCCYY from version 2 on,
 * Canada and the standard of 2000 CCYYMMDD (annex D.12.5, data element dates). Some issuers write
 * the other order: it is taken where only that one is a day.
 *
 * @param country ISO 3166-1 code
 */
export function readDate(text: string, country: string | undefined, version: number): string | undefined {
  const digits = /^\d{8}$/.exec(text.replaceAll(/[-/]/g, ''))?.[0];
  if (digits === undefined) return undefined;
  const part = (from: number, to: number) => Number(digits.slice(from, to));
  const yearFirst = isoDate(part(0, 4), part(4, 6), part(6, 8));
  const yearLast = isoDate(part(4, 8), part(0, 2), part(2, 4));
  return country === 'US' && version >= 2 ? (yearLast ?? yearFirst) : (yearFirst ?? yearLast);
}
