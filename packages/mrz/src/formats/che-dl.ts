import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Swiss and Liechtenstein driving licence: a short first line with the card number, no check digit
 * anywhere, no expiry date.
 */
export const cheDl: Format = /* @__PURE__ */ defineFormat({
  name: 'CHE-DL',
  title: 'Swiss or Liechtenstein driving licence, lines of 9, 30 and 30',
  source: 'national layout, checked against the published specimen FACHE305142128097<<800126<<<<<',
  lineLengths: [9, 30, 30],
  heads: { line: 1, begin: ['FACHE', 'FALIE'] },
  fields: [
    { field: 'cardNumber', line: 0, start: 0, end: 9, kind: 'number' },
    { field: 'code', line: 1, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 1, start: 2, end: 5, kind: 'country' },
    { field: 'number', line: 1, start: 5, end: 17, kind: 'number' },
    { field: 'birthDate', line: 1, start: 19, end: 25, kind: 'date' },
    { field: 'names', line: 2, start: 0, end: 30, kind: 'names' },
  ],
  checks: [],
});
