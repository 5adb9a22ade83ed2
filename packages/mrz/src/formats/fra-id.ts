import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * French national identity card issued before 2021: two lines of 36, unlike TD2. A national layout;
 * the composite covers the whole first line, so names are proved here as nowhere else. No expiry
 * date, no nationality.
 */
export const fraId: Format = /* @__PURE__ */ defineFormat({
  name: 'FRA-ID',
  title: 'French identity card before 2021, 2 lines of 36',
  source: 'French national layout (not ICAO Doc 9303), checked against published specimens',
  lineLengths: [36, 36],
  heads: { line: 0, begin: ['IDFRA'] },
  implied: { nationality: 'FRA' },
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'surname', line: 0, start: 5, end: 30, kind: 'names' },
    { field: 'office', line: 0, start: 30, end: 36, kind: 'optional' },
    { field: 'number', line: 1, start: 0, end: 12, kind: 'number' },
    { field: 'givenNames', line: 1, start: 13, end: 27, kind: 'names' },
    { field: 'birthDate', line: 1, start: 27, end: 33, kind: 'date' },
    { field: 'sex', line: 1, start: 34, end: 35, kind: 'sex' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 1, column: 12 }, over: [[1, 0, 12]] },
    { name: 'birthDate', field: 'birthDate', position: { line: 1, column: 33 }, over: [[1, 27, 33]] },
    {
      name: 'composite',
      position: { line: 1, column: 35 },
      over: [
        [0, 0, 36],
        [1, 0, 35],
      ],
    },
  ],
});
