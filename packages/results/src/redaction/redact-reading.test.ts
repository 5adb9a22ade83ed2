import { composeMrz, formats, parseMrz } from '@ocr-web/mrz';
import type { Reading, ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { v1Result } from '../v1/v1-result.ts';
import { v2Result } from '../v2/v2-result.ts';
import { protectedNumbers } from './protected-numbers.ts';
import { findCovered, redactReading } from './redact-reading.ts';

const td3 = formats.find(({ name }) => name === 'TD3')!;
const quad = [
  { x: 0, y: 0 },
  { x: 440, y: 0 },
  { x: 440, y: 50 },
  { x: 0, y: 50 },
] as const;

function readingOf(lines: readonly string[]): Reading {
  const zone: ZoneReading = {
    page: 0,
    quad,
    lineQuads: lines.map(() => quad),
    rotation_deg: 0,
    document: parseMrz(lines, { today: '2026-11-23' }),
    lines,
    characters: lines.map((line) =>
      Array.from(line, (character) => ({ character, confidence: 0.9, alternatives: [{ character: '9', probability: 0.1 }] })),
    ),
    repairs: [{ line: lines.length - 1, column: 30, before: 'B', after: '8', reason: 'alphabet' }],
    confidence: 1,
    score: 100,
  };
  const timing = { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 };
  return { mediaType: 'image/png', pages: [{ width: 440, height: 80 }], zones: [zone], hints: [], timing };
}

/** The published specimen of a Dutch passport. */
const dutch = ['P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<', 'SPECI20142NLD6503101F2403096999999990<<<<<84'];

test('the number of a Dutch passport is covered in lines, fields, numbers and characters', () => {
  const [zone] = redactReading(readingOf(dutch), 'mask').zones as [ZoneReading];
  const [document] = v2Result({ ...readingOf(dutch), zones: [zone] }).documents;
  expect(zone.lines).toEqual([dutch[0], 'SPECI20142NLD6503101F2403096*********<<<<<84']);
  expect(zone.document.lines).toEqual(zone.lines);
  expect(zone.characters[1]!.map(({ character }) => character).join('')).toBe(zone.lines[1]);
  expect(zone.characters[1]!.slice(28, 37).flatMap(({ alternatives }) => alternatives)).toEqual([]);
  expect([zone.repairs, findCovered(zone)]).toEqual([[], [[1, 28, 37]]]);
  expect(document!.numbers.personal).toMatchObject({ value: '*********' });
  expect(document!.fields.find(({ name }) => name === 'optional1')).toMatchObject({ raw: '*********<<<<<', value: '*********' });
});

test('left out, the number is not even named', () => {
  const [document] = v2Result(redactReading(readingOf(dutch), 'omit')).documents;
  expect(document!.numbers.personal).toBeUndefined();
  expect(document!.fields.find(({ name }) => name === 'optional1')).toMatchObject({ raw: '*********<<<<<', value: null });
});

test.each(['mask', 'omit'] as const)('%s: nothing of the number is anywhere, and everything else is as before', (redaction) => {
  const before = readingOf(dutch);
  const after = redactReading(before, redaction);
  expect(JSON.stringify(after)).not.toContain('99999999');
  expect(v1Result(after)).toEqual(v1Result(before));
  const { numbers: _numbers, fields, ...rest } = after.zones[0]!.document;
  const { numbers: _before, fields: fieldsBefore, ...restBefore } = before.zones[0]!.document;
  expect({ ...rest, lines: 0, issues: 0 }).toEqual({ ...restBefore, lines: 0, issues: 0 });
  const { optional1: _field, ...others } = fields;
  const { optional1: _fieldBefore, ...othersBefore } = fieldsBefore;
  expect(others).toEqual(othersBefore);
});

test.each([
  ['UTO', 'L898902C3', false],
  ['KOR', 'M70689098', true],
  ['SGP', 'X0000001E', true],
  ['CHN', 'K00000000', true],
  ['CHN', 'H00000000', true],
  // A passport of the mainland.
  ['CHN', 'E00000000', false],
  ['DEU', 'C01X00T47', false],
])('a passport of %s with the number %s: covered %s', (issuer, number, isCovered) => {
  const lines = composeMrz(td3, {
    code: 'P',
    issuer,
    names: 'SPECIMEN<<ANNA',
    number,
    nationality: issuer,
    birthDate: '740812',
    sex: 'F',
    expiryDate: '320415',
    optional1: '1234567',
  });
  expect(findCovered(redactReading(readingOf(lines), 'mask').zones[0]!)).toEqual(isCovered ? [[1, 28, 35]] : []);
});

test('every rule names the law that it follows', () => {
  for (const { law, fields } of protectedNumbers) expect([law.length > 20, fields.length > 0]).toEqual([true, true]);
});

test('what is printed for people is covered too, and its comparison left out', () => {
  const field = (value: string) => ({ value, confidence: 0.9, quad });
  const visual = [
    {
      page: 0,
      besideZone: true,
      fields: { surname: field('De Bruijn'), personal_number: field('999 999 990') },
      checks: { surname: 'match', personal_number: 'match' },
    },
  ] as const;
  const covered = (redaction: 'mask' | 'omit') => redactReading({ ...readingOf(dutch), visual }, redaction).visual;
  const kept = { page: 0, besideZone: true, checks: { surname: 'match' } };
  expect([covered('mask'), covered('omit')]).toEqual([
    [{ ...kept, fields: { surname: field('De Bruijn'), personal_number: field('*** *** ***') } }],
    [{ ...kept, fields: { surname: field('De Bruijn') } }],
  ]);
});
