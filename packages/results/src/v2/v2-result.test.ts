import { Hint } from '@ocr-web/api';
import { parseMrz } from '@ocr-web/mrz';
import { type CharacterReading, hintCodes, type Quad, type Reading, type ZoneReading } from '@ocr-web/reader';
import { describe, expect, test } from 'vitest';
import { v2Result } from './v2-result.ts';

const box = (left: number, top: number, right: number, bottom: number): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];
const sure = (character: string): CharacterReading => ({ character, confidence: 1, alternatives: [] });

/** A zone whose characters are ten pixels wide and twenty high, the lines thirty apart. */
function zoneOf(lines: readonly string[], more: Partial<ZoneReading> = {}): ZoneReading {
  const width = 10 * (lines[0]?.length ?? 0);
  return {
    page: 0,
    quad: box(0, 0, width, 30 * lines.length - 10),
    lineQuads: lines.map((line, index) => box(0, 30 * index, 10 * line.length, 30 * index + 20)),
    rotation_deg: 0,
    document: parseMrz(lines, { today: '2026-11-23' }),
    lines,
    characters: lines.map((line) => [...line].map(sure)),
    repairs: [],
    confidence: 1,
    score: 100,
    ...more,
  };
}

function resultOf(...zones: readonly ZoneReading[]) {
  const timing = { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 };
  const reading: Reading = { mediaType: 'image/png', pages: [{ width: 440, height: 80 }], zones, hints: [], timing };
  return v2Result(reading);
}

const documentOf = (zone: ZoneReading) => resultOf(zone).documents[0]!;

// The specimen of ICAO Doc 9303-4, appendix A.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

test('a passport: what it says and why it may be believed', () => {
  const { fields, checks, numbers, character_confidences, ...rest } = documentOf(zoneOf(passport));
  expect(rest).toEqual({
    index: 0,
    page: 0,
    format: 'TD3',
    type: 'passport',
    code: 'P',
    lines: passport,
    score: 100,
    confidence: 1,
    rotation_deg: 0,
    quad: box(0, 0, 440, 50),
    issuer: { code: 'UTO', iso: null, name: 'Utopia (specimen)', kind: 'specimen' },
    nationality: { code: 'UTO', iso: null, name: 'Utopia (specimen)', kind: 'specimen' },
    names: { surname: 'ERIKSSON', given: 'ANNA MARIA', surnames: null, truncated: false, native: null },
    sex: 'F',
    birth_date: { iso: '1974-08-12', raw: '740812', status: 'complete' },
    expiry_date: { iso: '2012-04-15', raw: '120415', status: 'complete' },
    age: 52,
    expired: true,
    main_number: 'L898902C3',
    doubts: [],
    repairs: [],
    issues: [],
  });
  expect(character_confidences.map((line) => line.length)).toEqual([44, 44]);
  expect(Object.keys(numbers)).toEqual(['document', 'personal']);
  expect(fields.map(({ name, value, iso, evidence, evidence_by }) => [name, value, iso, evidence, ...evidence_by])).toEqual([
    ['code', 'P', null, 'unprovable'],
    ['issuer', 'UTO', null, 'unprovable'],
    ['names', 'ERIKSSON<<ANNA<MARIA', null, 'unprovable'],
    ['number', 'L898902C3', null, 'proved', 'number', 'composite'],
    ['nationality', 'UTO', null, 'unprovable'],
    ['birth_date', '740812', '1974-08-12', 'proved', 'birth_date', 'composite'],
    ['sex', 'F', null, 'unprovable'],
    ['expiry_date', '120415', '2012-04-15', 'proved', 'expiry_date', 'composite'],
    ['optional1', 'ZE184226B', null, 'proved', 'optional', 'composite'],
  ]);
  expect(fields[3]?.spans).toEqual([{ line: 1, start: 0, end: 9, quad: box(0, 30, 90, 50) }]);
  expect(checks.map(({ name, holds, printed, expected, line, column }) => [name, holds, printed, expected, line, column])).toEqual([
    ['number', true, '6', 6, 1, 9],
    ['birth_date', true, '2', 2, 1, 19],
    ['expiry_date', true, '9', 9, 1, 27],
    ['optional', true, '1', 1, 1, 42],
    ['composite', true, '0', 0, 1, 43],
  ]);
});

describe('numbers and states', () => {
  test('a long number stands in two places', () => {
    // The long number of ICAO Doc 9303-5, appendix A: D23145890 goes on with 734 in the optional
    // data.
    const { numbers } = documentOf(
      zoneOf(['I<UTOD23145890<7349<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']),
    );
    expect([numbers.document?.value, numbers.document?.spans]).toEqual([
      'D23145890734',
      [
        { line: 0, start: 5, end: 14, quad: box(50, 0, 140, 20) },
        { line: 0, start: 15, end: 18, quad: box(150, 0, 180, 20) },
      ],
    ]);
  });

  test('the German D is the state DEU', () => {
    const { issuer, fields } = documentOf(zoneOf([passport[0]!.replace('UTO', 'D<<'), passport[1]!]));
    expect([issuer, fields[1]?.iso]).toEqual([{ code: 'D', iso: 'DEU', name: 'Germany', kind: 'state' }, 'DEU']);
  });
});

test('a check digit that fails contradicts its field, one that is not printed says nothing', () => {
  const { fields, checks } = documentOf(zoneOf([passport[0]!, 'L898902C37UTO7408122F1204159<<<<<<<<<<<<<<<6']));
  const byName = Object.fromEntries(fields.map(({ name, evidence, confidence }) => [name, [evidence, confidence]]));
  expect([byName.number, byName.optional1]).toEqual([
    ['contradicted', 1],
    ['not_printed', null],
  ]);
  expect(checks.map(({ name, holds }) => [name, holds])).toMatchObject([
    ['number', false],
    ['birth_date', true],
    ['expiry_date', true],
    ['optional', null],
    ['composite', false],
  ]);
});

test('confidence: of its characters one by one, but never less than that of the whole; 1 is never rounded to', () => {
  const characters = passport.map((line) => [...line].map((character) => ({ ...sure(character), confidence: 0.99999 })));
  characters[1]![0] = { character: 'L', confidence: 0.8, alternatives: [{ character: '1', probability: 0.19999 }] };
  characters[1]![13] = { ...sure('7'), confidence: 0.1 };
  const { fields, doubts, character_confidences } = documentOf(zoneOf(passport, { characters, confidence: 0.5 }));
  const byName = Object.fromEntries(fields.map(({ name, confidence }) => [name, confidence]));
  expect([byName.number, byName.sex, byName.birth_date]).toEqual([0.7999, 0.9999, 0.5]);
  expect(doubts).toEqual([
    { line: 1, column: 0, character: 'L', confidence: 0.8, alternatives: [{ character: '1', probability: 0.1999 }] },
  ]);
  expect(character_confidences[0]?.[0]).toBe(0.9999);
});

test('repairs say what decided them, issues say what is odd', () => {
  const lines = ['P<XXQERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', passport[1]!];
  const place = { line: 1, column: 5, before: 'O', after: '0' };
  const { repairs, issues } = documentOf(
    zoneOf(lines, {
      repairs: [
        { ...place, reason: 'alphabet' },
        { ...place, reason: { check: 'number' } },
      ],
    }),
  );
  expect(repairs).toEqual([
    { ...place, reason: 'alphabet', check: null },
    { ...place, reason: 'check', check: 'number' },
  ]);
  expect(issues).toEqual([
    {
      code: 'country.unknown',
      message: 'line 1, column 3 "XXQ": the code is in no table of states, organisations or kinds of persons',
      line: 0,
      column: 2,
      length: 3,
      text: 'XXQ',
    },
  ]);
});

test('lines of no known shape are shown as they are', () => {
  const { format, type, fields, checks, names, main_number, lines } = documentOf(zoneOf(['ABC<DEF', 'GHI']));
  expect([format, type, fields, checks, names, main_number, lines]).toEqual([null, 'other', [], [], null, null, ['ABC<DEF', 'GHI']]);
});

test('documents are numbered best first, pages in their order; hints say what they are about', () => {
  const reading = {
    mediaType: 'application/pdf',
    pages: [
      { width: 10, height: 20 },
      { width: 30, height: 40 },
    ],
    zones: [zoneOf(passport, { page: 1 }), zoneOf(passport)],
    hints: [
      { code: 'glare', message: 'There is glare.', page: 1, document: 0, line: 1 },
      { code: 'no_mrz', message: 'Nothing here.', page: 0 },
    ],
    timing: { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 },
  } as const satisfies Reading;
  const { documents, ...rest } = v2Result(reading);
  expect(documents.map(({ index, page }) => [index, page])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(rest).toEqual({
    pages: [
      { index: 0, width: 10, height: 20 },
      { index: 1, width: 30, height: 40 },
    ],
    hints: [
      { code: 'glare', message: 'There is glare.', page: 1, document: 0, line: 1, found: null, needed: null },
      { code: 'no_mrz', message: 'Nothing here.', page: 0, document: null, line: null, found: null, needed: null },
    ],
    timing: reading.timing,
  });
});

test.each([
  ['passport', passport],
  ['visa', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
  ['identity_card', ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
  ['driving_licence', ['D1NLD11234567890ABCDEFGHIJKL<4']],
  ['other', ['ACUTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
])('type of document: %s', (type, lines) => {
  expect(documentOf(zoneOf(lines)).type).toBe(type);
});

test('v2 knows the hints of the reader, and no others', () => {
  expect(Hint.properties.code.enum).toEqual(hintCodes);
});
