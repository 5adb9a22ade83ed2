import { defineFormat } from './define-format.ts';
import type { Format } from './format.ts';

/** Chinese exit-entry permits for Hong Kong, Macau and Taiwan since 2014: one line of 30. */
export const chnEp: Format = /* @__PURE__ */ defineFormat({
  name: 'CHN-EP',
  title: 'Chinese exit-entry permit, 1 line of 30',
  source: 'Chinese national layout (not ICAO Doc 9303), as public readers lay it out; code CD (Taiwan) not confirmed by a specimen',
  lineLengths: [30],
  heads: { line: 0, begin: ['CS', 'CD'] },
  implied: { issuer: 'CHN', nationality: 'CHN' },
  fields: [
    { field: 'code', line: 0, start: 0, end: 2, kind: 'code' },
    { field: 'number', line: 0, start: 2, end: 11, kind: 'number' },
    { field: 'expiryDate', line: 0, start: 13, end: 19, kind: 'date' },
    { field: 'birthDate', line: 0, start: 21, end: 27, kind: 'date' },
  ],
  checks: [
    { name: 'number', field: 'number', position: { line: 0, column: 11 }, over: [[0, 2, 11]] },
    { name: 'expiryDate', field: 'expiryDate', position: { line: 0, column: 19 }, over: [[0, 13, 19]] },
    { name: 'birthDate', field: 'birthDate', position: { line: 0, column: 27 }, over: [[0, 21, 27]] },
    {
      name: 'composite',
      position: { line: 0, column: 29 },
      over: [
        [0, 2, 12],
        [0, 13, 20],
        [0, 21, 28],
      ],
    },
  ],
});
