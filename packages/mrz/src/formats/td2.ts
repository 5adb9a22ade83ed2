import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Cards of the size of a visa label. ICAO Doc 9303-6 §4.2 (layout), §4.2.2 (positions), §4.2.4
 * (long numbers, check digits).
 */
export const td2: Format = /* @__PURE__ */ defineFormat({
  name: 'TD2',
  title: 'Size-2 official travel document, 2 lines of 36',
  source: 'ICAO Doc 9303-6 §4.2',
  lineLengths: [36, 36],
  heads: { line: 0, begin: ['A', 'C', 'I'], except: ['AV', 'CV', 'IV', 'AI'] },
  fallback: true,
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'names', line: 0, start: 5, end: 36, kind: 'names' },
    { field: 'number', line: 1, start: 0, end: 9, kind: 'number' },
    { field: 'nationality', line: 1, start: 10, end: 13, kind: 'country' },
    { field: 'birthDate', line: 1, start: 13, end: 19, kind: 'date' },
    { field: 'sex', line: 1, start: 20, end: 21, kind: 'sex' },
    { field: 'expiryDate', line: 1, start: 21, end: 27, kind: 'date' },
    { field: 'optional1', line: 1, start: 28, end: 35, kind: 'optional' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 1, column: 9 }, over: [[1, 0, 9]], fillerAllowed: true, overflow: [1, 28, 35] },
    { name: 'birthDate', field: 'birthDate', position: { line: 1, column: 19 }, over: [[1, 13, 19]] },
    { name: 'expiryDate', field: 'expiryDate', position: { line: 1, column: 27 }, over: [[1, 21, 27]], fillerAllowed: true },
    {
      name: 'composite',
      position: { line: 1, column: 35 },
      over: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 35],
      ],
    },
  ],
});
