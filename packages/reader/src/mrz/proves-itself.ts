import type { MrzDocument } from '@ocr-web/mrz';

/** Every format with check digits for number, birth and expiry has so many. */
const minChecks = 3;

/**
 * Whether the check digits of a document bear it out: at least three hold, and none fails. Other
 * print does so by chance once in a thousand times.
 */
export function provesItself({ checks }: Pick<MrzDocument, 'checks'>): boolean {
  return checks.every(({ holds }) => holds !== false) && checks.filter(({ holds }) => holds === true).length >= minChecks;
}
