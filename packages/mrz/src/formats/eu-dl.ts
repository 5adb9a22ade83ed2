import { mrzAlphabet } from '../alphabet.ts';
import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Other European driving licences with one line of 30 (`D1` + country, as ISO/IEC 18013-3 access
 * keys are laid out). What follows the head differs by country and is kept as optional data; the
 * last character is the digit over the 29 before it.
 */
export const euDl: Format = /* @__PURE__ */ defineFormat({
  name: 'EU-DL',
  title: 'European driving licence, 1 line of 30',
  source: 'national layouts, checked against the published specimen D1NLD15094962111659VW87Z78NB84',
  lineLengths: [30],
  heads: { line: 0, begin: ['D1'] },
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country', allowed: mrzAlphabet },
    { field: 'optional1', line: 0, start: 5, end: 29, kind: 'optional' },
  ],
  checks: [{ name: 'composite', position: { line: 0, column: 29 }, over: [[0, 0, 29]] }],
});
