import { expect, test } from 'vitest';
import { completedExample } from '../../../../../packages/api/src/schemas/v2/scans/scan-examples.ts';
import { placeCharacters } from './place-characters.ts';

type Placed = Parameters<typeof placeCharacters>[0];

const square = (x: number, width: number) => [
  { x, y: 0 },
  { x: x + width, y: 0 },
  { x: x + width, y: 10 },
  { x, y: 10 },
];
const [example] = completedExample.result.documents;
const blank = { ...example, fields: [], numbers: {}, checks: [], confidence: 0.5 } as unknown as Placed;

test('characters share the stretch that covers them, and go on beyond it at its pitch', () => {
  const field = { spans: [{ line: 0, start: 1, end: 3, quad: square(10, 20) }] };
  const document = { ...blank, lines: ['ABCD'], character_confidences: [[1, 0.9, 1, 0.4]], fields: [field] } as unknown as Placed;
  expect(placeCharacters(document)).toEqual([
    { line: 0, column: 0, character: 'A', confidence: 1, quad: square(0, 10) },
    { line: 0, column: 1, character: 'B', confidence: 0.9, quad: square(10, 10) },
    { line: 0, column: 2, character: 'C', confidence: 1, quad: square(20, 10) },
    { line: 0, column: 3, character: 'D', confidence: 0.4, quad: square(30, 10) },
  ]);
});

test('lines of no known format share the quad of their zone', () => {
  const document = { ...blank, lines: ['AB', 'CD'], character_confidences: [], quad: square(0, 20) } as unknown as Placed;
  const corners = placeCharacters(document).map(({ character, quad }) => [character, quad[0], quad[2]]);
  expect(corners).toEqual([
    ['A', { x: 0, y: 0 }, { x: 10, y: 5 }],
    ['B', { x: 10, y: 0 }, { x: 20, y: 5 }],
    ['C', { x: 0, y: 5 }, { x: 10, y: 10 }],
    ['D', { x: 10, y: 5 }, { x: 20, y: 10 }],
  ]);
});
