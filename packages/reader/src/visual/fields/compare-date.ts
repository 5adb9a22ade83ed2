import type { MrzDocument } from '@ocr-web/mrz';
import type { LabelledDate } from './name-dates.ts';
import type { PrintedDate } from './parse-dates.ts';

/** A label that tells what a date is must be this legible, and the date so. */
const minLikeness = 0.85;
const minConfidence = 0.95;

/**
 * Whether a date that its label names is clearly another one than the zone has. A date that says
 * the zone's in another order of its parts, or in part, is not.
 *
 * @param dates all that are printed on the page: what the zone says may stand elsewhere
 */
export function differs(
  { date, label }: LabelledDate,
  zone: MrzDocument['birthDate'],
  dates: readonly PrintedDate[],
): boolean {
  if (!zone || zone.status === 'indefinite' || zone.status === 'unknown') return false;
  if (label.likeness < minLikeness || date.confidence < minConfidence) return false;
  const printed = date.iso.slice(2).replace(/-/g, '');
  const parts = (digits: string) => (digits.match(/../g) ?? []).sort().join('');
  if (parts(printed) === parts(zone.raw) || dates.some(({ iso }) => iso.slice(2).replace(/-/g, '') === zone.raw)) return false;
  // Unknown parts of a date are filled up with < or 00.
  const known = (zone.raw.match(/../g) ?? []).map((pair, index) => (/^\d\d$/.test(pair) && pair !== '00') ? pair !== printed.slice(index * 2, index * 2 + 2) : false);
  return known.some(Boolean);
}
