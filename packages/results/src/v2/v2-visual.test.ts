import { parseMrz } from '@ocr-web/mrz';
import type { Quad, Reading, ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { v2Result } from './v2-result.ts';

const quad: Quad = [
  { x: 1.004, y: 2 },
  { x: 3, y: 2 },
  { x: 3, y: 4 },
  { x: 1, y: 4 },
];
const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const zone: ZoneReading = {
  page: 1,
  quad,
  lineQuads: [quad, quad],
  rotation_deg: 0,
  document: parseMrz(lines, { today: '2026-11-29' }),
  lines,
  characters: lines.map((line) => [...line].map((character) => ({ character, confidence: 1, alternatives: [] }))),
  repairs: [],
  confidence: 1,
  score: 100,
};
const timing = { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 };
const size = { width: 10, height: 10 };
const reading: Reading = { mediaType: 'image/png', pages: [size, size], zones: [zone], hints: [], timing };

test('shows what is printed for people only where it was asked for', () => {
  expect('visual' in v2Result(reading)).toBe(false);
});

test('says which document a page belongs to, and never that print is proved', () => {
  const value = { value: 'Erikßon', confidence: 0.98765, quad };
  const visual = [
    { page: 0, besideZone: false, fields: { place_of_birth: value }, checks: {} },
    { page: 1, besideZone: true, fields: { surname: value }, checks: { surname: 'mismatch', given_names: 'not_found' } },
  ] as const;
  const shown = { value: 'Erikßon', confidence: 0.9876, quad: [{ x: 1, y: 2 }, ...quad.slice(1)], evidence: 'visual' };
  expect(v2Result({ ...reading, visual }).visual).toEqual([
    { page: 0, document: null, fields: { place_of_birth: shown }, checks: {} },
    { page: 1, document: 0, fields: { surname: shown }, checks: { surname: 'mismatch', given_names: 'not_found' } },
  ]);
});
