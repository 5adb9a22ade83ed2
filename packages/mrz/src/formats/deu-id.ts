import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/**
 * Machine readable identity card of the Federal Republic of Germany of its first year (April 1987
 * on): two lines of 35, laid out as TD2 with a filler less. Sources differ on the last digit, so
 * that a filler there fails nothing.
 */
export const deuId: Format = /* @__PURE__ */ defineFormat({
  name: 'DEU-ID',
  title: 'German identity card before 1988, 2 lines of 35',
  source: 'national layout as public descriptions spell it out (NNNNNNNNNaD<<YYMMDDb<YYMMDDc<<<<<<d); not confirmed by a specimen',
  lineLengths: [35, 35],
  exactLengths: true,
  heads: { line: 0, begin: ['IDD<<'] },
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'issuer', line: 0, start: 2, end: 5, kind: 'country' },
    { field: 'names', line: 0, start: 5, end: 35, kind: 'names' },
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
    {
      name: 'composite',
      position: { line: 1, column: 34 },
      over: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 34],
      ],
      fillerAllowed: true,
      mayBeMissing: true,
    },
  ],
});
