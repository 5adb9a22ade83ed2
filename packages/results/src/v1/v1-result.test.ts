import { parseMrz } from '@ocr-web/mrz';
import type { ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { v1Result } from './v1-result.ts';

// The specimen of ICAO Doc 9303 part 4, appendix B.
const lines = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

function zoneOf(score: number): ZoneReading {
  const document = parseMrz(lines, { today: '2026-01-01' });
  const corner = { x: 0, y: 0 };
  const quad = [corner, corner, corner, corner] as const;
  return { page: 0, quad, lineQuads: [quad, quad], rotation_deg: 0, document, lines, characters: [], repairs: [], confidence: 1, score };
}

test('the best zone, in the order of the keys', () => {
  expect(Object.entries(v1Result({ zones: [zoneOf(100), zoneOf(10)] }))).toEqual([
    ['mrz_detected', true],
    ['status', 'COM'],
    ['type_doc', 'P'],
    ['country', 'UTO'],
    ['date_of_birth', '740812'],
    ['expiration_date', '120415'],
    ['names', 'ANNA MARIA'],
    ['surname', 'ERIKSSON'],
    ['nationality', 'UTO'],
    ['number', 'L898902C3'],
    ['sex', 'F'],
    ['valid_composite', true],
    ['valid_date_of_birth', true],
    ['valid_expiration_date', true],
    ['valid_number', true],
    ['valid_score', 100],
  ]);
});

test('no zone', () => {
  expect(Object.entries(v1Result({ zones: [] }))).toEqual([
    ['mrz_detected', false],
    ['status', 'COM'],
    ...['type_doc', 'country', 'date_of_birth', 'expiration_date', 'names', 'surname', 'nationality', 'number', 'sex'].map((key) => [
      key,
      null,
    ]),
    ...['valid_composite', 'valid_date_of_birth', 'valid_expiration_date', 'valid_number'].map((key) => [key, false]),
    ['valid_score', 0],
  ]);
});
