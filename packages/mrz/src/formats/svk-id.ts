import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Slovak identity card before 2008: two lines of 34, laid out as TD2 without its composite. What
 * stands behind the expiry date is part of the birth number and covered by no digit.
 */
export const svkId: Format = /* @__PURE__ */ defineFormat({
  name: 'SVK-ID',
  title: 'Slovak identity card before 2008, 2 lines of 34',
  source: 'national layout (not ICAO Doc 9303) as github.com/ZsBT/mrz-java lays it out (SlovakId2_34), with its published sample',
  lineLengths: [34, 34],
  exactLengths: true,
  heads: { line: 0, begin: ['I<SVK', 'IDSVK'] },
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'names', line: 0, start: 5, end: 34, kind: 'names' },
    { field: 'number', line: 1, start: 0, end: 9, kind: 'number' },
    { field: 'nationality', line: 1, start: 10, end: 13, kind: 'country' },
    { field: 'birthDate', line: 1, start: 13, end: 19, kind: 'date' },
    { field: 'sex', line: 1, start: 20, end: 21, kind: 'sex' },
    { field: 'expiryDate', line: 1, start: 21, end: 27, kind: 'date' },
    { field: 'optional1', line: 1, start: 28, end: 34, kind: 'optional' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 1, column: 9 }, over: [[1, 0, 9]] },
    { name: 'birthDate', field: 'birthDate', position: { line: 1, column: 19 }, over: [[1, 13, 19]] },
    { name: 'expiryDate', field: 'expiryDate', position: { line: 1, column: 27 }, over: [[1, 21, 27]] },
  ],
});
