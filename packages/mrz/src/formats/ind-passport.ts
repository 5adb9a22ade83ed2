import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Indian passports whose zone has two lines of 42: TD3 as far as the expiry date. How the 14
 * characters behind it are laid out is published nowhere, so that no digit is looked for there.
 */
export const indPassport: Format = /* @__PURE__ */ defineFormat({
  name: 'IND-PASSPORT',
  title: 'Indian passport, 2 lines of 42',
  source: 'documents described by their holders (travel.stackexchange.com question 187676); not confirmed by a specimen',
  lineLengths: [42, 42],
  exactLengths: true,
  heads: { line: 0, begin: ['P<IND', 'PDIND', 'PPIND', 'PSIND'] },
  shortCode: true,
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'names', line: 0, start: 5, end: 42, kind: 'names' },
    { field: 'number', line: 1, start: 0, end: 9, kind: 'number' },
    { field: 'nationality', line: 1, start: 10, end: 13, kind: 'country' },
    { field: 'birthDate', line: 1, start: 13, end: 19, kind: 'date' },
    { field: 'sex', line: 1, start: 20, end: 21, kind: 'sex' },
    { field: 'expiryDate', line: 1, start: 21, end: 27, kind: 'date' },
    { field: 'optional1', line: 1, start: 28, end: 42, kind: 'optional' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 1, column: 9 }, over: [[1, 0, 9]] },
    { name: 'birthDate', field: 'birthDate', position: { line: 1, column: 19 }, over: [[1, 13, 19]] },
    { name: 'expiryDate', field: 'expiryDate', position: { line: 1, column: 27 }, over: [[1, 21, 27]] },
  ],
});
