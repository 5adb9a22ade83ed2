import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * French driving licence since 2013: one line of 30 with a digit after the number and one over the
 * whole line.
 */
export const fraDl: Format = /* @__PURE__ */ defineFormat({
  name: 'FRA-DL',
  title: 'French driving licence, 1 line of 30',
  source: 'French national layout, checked against the published specimen D1FRA13AA000026181231MARTIN<<9',
  lineLengths: [30],
  heads: { line: 0, begin: ['D1FRA'] },
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'number', line: 0, start: 5, end: 14, kind: 'number' },
    { field: 'expiryDate', line: 0, start: 15, end: 21, kind: 'date' },
    { field: 'names', line: 0, start: 21, end: 29, kind: 'names' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 0, column: 14 }, over: [[0, 0, 14]] },
    { name: 'composite', position: { line: 0, column: 29 }, over: [[0, 0, 29]] },
  ],
});
