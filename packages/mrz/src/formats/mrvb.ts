import { filler, letters } from '../alphabet.ts';
import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Visas. ICAO Doc 9303-7, format B, machine readable zone: no composite digit, and of a long number
 * only the nine principal characters.
 */
export const mrvb: Format = /* @__PURE__ */ defineFormat({
  name: 'MRVB',
  title: 'Machine readable visa, format B, 2 lines of 36',
  source: 'ICAO Doc 9303-7, format B, machine readable zone',
  lineLengths: [36, 36],
  heads: { line: 0, begin: ['V'] },
  shortCode: true,
  fields: [
    // One more capital letter, or none.
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code', allowed: letters + filler },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'names', line: 0, start: 5, end: 36, kind: 'names' },
    { field: 'number', line: 1, start: 0, end: 9, kind: 'number' },
    { field: 'nationality', line: 1, start: 10, end: 13, kind: 'country' },
    { field: 'birthDate', line: 1, start: 13, end: 19, kind: 'date' },
    { field: 'sex', line: 1, start: 20, end: 21, kind: 'sex' },
    { field: 'expiryDate', line: 1, start: 21, end: 27, kind: 'date' },
    { field: 'optional1', line: 1, start: 28, end: 36, kind: 'optional' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 1, column: 9 }, over: [[1, 0, 9]] },
    { name: 'birthDate', field: 'birthDate', position: { line: 1, column: 19 }, over: [[1, 13, 19]] },
    { name: 'expiryDate', field: 'expiryDate', position: { line: 1, column: 27 }, over: [[1, 21, 27]] },
  ],
});
