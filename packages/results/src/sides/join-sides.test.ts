import type { BarcodeBody, ScanResultBody } from '@ocr-web/api';
import { parseMrz } from '@ocr-web/mrz';
import type { Quad, Reading, VisualReading, ZoneReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { v2Result } from '../v2/v2-result.ts';
import { joinSides } from './join-sides.ts';

const quad: Quad = [
  { x: 1, y: 1 },
  { x: 9, y: 1 },
  { x: 9, y: 3 },
  { x: 1, y: 3 },
];
const back = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const other = ['I<UTOC882104676K4471<<<<<<<<<<', '9108286M2901145UTO<<<<<<<<<<<0', 'BERG<<TOMAS<<<<<<<<<<<<<<<<<<<'];

function zoneOf(lines: readonly string[], page: number): ZoneReading {
  const document = parseMrz(lines, { today: '2026-11-29' });
  const characters = lines.map((line) => [...line].map((character) => ({ character, confidence: 1, alternatives: [] })));
  return {
    page,
    quad,
    lineQuads: [quad, quad, quad],
    rotation_deg: 0,
    document,
    lines,
    characters,
    repairs: [],
    confidence: 1,
    score: 100,
  };
}

type Print = Partial<Record<keyof VisualReading['fields'], string>>;

function printOf(page: number, values: Print, confidence = 0.95): VisualReading {
  const fields = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, confidence, quad }]));
  return { page, besideZone: false, fields, checks: {} };
}

function resultOf(pageCount: number, zones: readonly ZoneReading[], visual: readonly VisualReading[]): ScanResultBody {
  const timing = { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 };
  const pages = Array.from({ length: pageCount }, () => ({ width: 10, height: 10 }));
  const reading: Reading = { mediaType: 'image/png', pages, zones, hints: [], timing, visual };
  return v2Result(reading);
}

const front = {
  surname: 'Eriksson',
  given_names: 'Anna Maria',
  document_number: 'D23145890',
  birth_date: '12.08.1974',
  place_of_birth: 'Utopolis',
};

test('a front and a back in two files are one document, with what says so and where each value stands', () => {
  expect(joinSides([resultOf(1, [], [printOf(0, front)]), resultOf(1, [zoneOf(back, 0)], [])])).toEqual([
    {
      sides: [
        { file: 0, page: 0, document: null },
        { file: 1, page: 0, document: 0 },
      ],
      agrees: ['document_number', 'surname', 'given_names', 'birth_date'],
      fields: {
        document_number: { value: 'D23145890', source: 'zone', file: 1, page: 0 },
        surname: { value: 'ERIKSSON', source: 'zone', file: 1, page: 0 },
        given_names: { value: 'ANNA MARIA', source: 'zone', file: 1, page: 0 },
        birth_date: { value: '1974-08-12', source: 'zone', file: 1, page: 0 },
        expiry_date: { value: '2012-04-15', source: 'zone', file: 1, page: 0 },
        place_of_birth: { value: 'Utopolis', source: 'print', file: 0, page: 0 },
      },
    },
  ]);
});

test('two pages of one file are joined in its own answer, which says nothing of sides without print', () => {
  const { sides } = resultOf(2, [zoneOf(back, 1)], [printOf(0, { surname: 'Eriksson', birth_date: '12 08 1974' })]);
  expect(sides?.map(({ agrees }) => agrees)).toEqual([['surname', 'birth_date']]);
  const { visual: _, ...plain } = { visual: undefined, zones: [zoneOf(back, 1)] };
  const timing = { total_ms: 6, decode_ms: 1, detect_ms: 1, rectify_ms: 1, recognise_ms: 1, interpret_ms: 1 };
  expect('sides' in v2Result({ ...plain, pages: [], hints: [], timing })).toBe(false);
});

const joined = (print: Print, confidence?: number, zones = [zoneOf(back, 1)]) =>
  joinSides([resultOf(2, zones, [printOf(0, print, confidence)])]).length;

test('one thing that contradicts keeps them apart, whatever else agrees', () => {
  expect([joined(front), joined({ ...front, birth_date: '13.08.1974' }), joined({ ...front, document_number: 'D23145891' })]).toEqual([
    1, 0, 0,
  ]);
});

test('print that is hard to read neither joins by what it nearly says nor keeps apart', () => {
  expect(joined({ ...front, given_names: 'ANNA MARTA' }, 0.5)).toBe(1);
  expect(joined({ surname: 'ERIKSSOM', birth_date: '12.08.1974' }, 0.5)).toBe(0);
});

test('a name alone or a date alone is not enough', () => {
  expect([joined({ surname: 'ERIKSSON', given_names: 'ANNA MARIA' }), joined({ birth_date: '12.08.1974' })]).toEqual([0, 0]);
});

test('of several cards each front finds its back; a front that fits two finds none', () => {
  const berg = { surname: 'BERG', document_number: 'C88210467' };
  const two = resultOf(4, [zoneOf(back, 2), zoneOf(other, 3)], [printOf(0, berg), printOf(1, front)]);
  expect(joinSides([two]).map(({ sides }) => sides.map(({ page }) => page))).toEqual(
    [
      [3, 0],
      [2, 1],
    ]
      .map((pair) => pair)
      .sort((a, b) => a[0]! - b[0]!),
  );
  const twice = resultOf(3, [zoneOf(back, 1), zoneOf(back, 2)], [printOf(0, front)]);
  expect(joinSides([twice])).toEqual([]);
});

test('a hostile file of many pages with many long names takes no time', () => {
  const file = resultOf(20, [], []);
  const codesOf = (length: number) => {
    const fields = { surname: 'A'.repeat(length), given_names: 'B'.repeat(length), birth_date: '1970-01-01' };
    const content = { standard: 'aamva' as const, version: null, fields, checks: {} };
    const code = (index: number): BarcodeBody => ({ page: index % 20, kind: 'qr', quad: [...quad], text: 'x', base64: null, content });
    return Array.from({ length: 160 }, (_, index) => code(index));
  };
  const startedAt = performance.now();
  for (const length of [200, 4000]) joinSides([{ ...file, barcodes: codesOf(length) }]);
  expect(performance.now() - startedAt).toBeLessThan(400);
});
