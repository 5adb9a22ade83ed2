import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Cards of the size of a bank card. ICAO Doc 9303-5 §4.2 (layout), §4.2.2 (positions), §4.2.4 (long
 * numbers, check digits).
 */
export const td1: Format = /* @__PURE__ */ defineFormat({
  name: 'TD1',
  title: 'Size-1 official travel document (card), 3 lines of 30',
  source: 'ICAO Doc 9303-5 §4.2',
  lineLengths: [30, 30, 30],
  heads: { line: 0, begin: ['A', 'C', 'I'], except: ['AV', 'CV', 'IV', 'AI'] },
  fallback: true,
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'number', line: 0, start: 5, end: 14, kind: 'number' },
    { field: 'optional1', line: 0, start: 15, end: 30, kind: 'optional' },
    { field: 'birthDate', line: 1, start: 0, end: 6, kind: 'date' },
    { field: 'sex', line: 1, start: 7, end: 8, kind: 'sex' },
    { field: 'expiryDate', line: 1, start: 8, end: 14, kind: 'date' },
    { field: 'nationality', line: 1, start: 15, end: 18, kind: 'country' },
    { field: 'optional2', line: 1, start: 18, end: 29, kind: 'optional' },
    { field: 'names', line: 2, start: 0, end: 30, kind: 'names' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 0, column: 14 }, over: [[0, 5, 14]], fillerAllowed: true, overflow: [0, 15, 30] },
    { name: 'birthDate', field: 'birthDate', position: { line: 1, column: 6 }, over: [[1, 0, 6]] },
    { name: 'expiryDate', field: 'expiryDate', position: { line: 1, column: 14 }, over: [[1, 8, 14]], fillerAllowed: true },
    {
      name: 'composite',
      position: { line: 1, column: 29 },
      over: [
        [0, 5, 30],
        [1, 0, 7],
        [1, 8, 15],
        [1, 18, 29],
      ],
    },
  ],
});
