import type { MrzDocument } from '@ocr-web/mrz';
import { parseDates } from '../dates/parse-dates.ts';
import { isPlausible } from '../lines/is-plausible.ts';
import type { Search } from '../search.ts';

/** A later date must be this legible, and tell its century. */
const minConfidence = 0.7;
const century = /\d{4}/;
/** Dates of expiry lie before the end of this year, whatever two digits of it say. */
const yearsAhead = 45;

/**
 * No date on a document is later than that of its expiry. Where one is printed, what the zone has
 * for it stands there as something else, as the date of issue perhaps: that is none of expiry.
 */
export function doubtExpiry(document: MrzDocument | undefined, { values, checks, lines, disproved }: Search, today: string): void {
  const zone = document?.expiryDate?.iso;
  if (zone === undefined || !values.expiry_date) return;
  const dates = parseDates(lines.readings.filter(isPlausible), Number(today.slice(0, 4)) + yearsAhead);
  if (!dates.some(({ iso, text, confidence }) => iso > zone && confidence >= minConfidence && century.test(text))) return;
  disproved.add('expiry_date');
  delete values.expiry_date;
  checks.expiry_date = 'not_found';
}
