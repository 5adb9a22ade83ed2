import type { PortraitReading } from '@ocr-web/reader';
import { expect, test } from 'vitest';
import { v2Portrait, v2Signature } from './v2-portrait.ts';

const quad: PortraitReading['quad'] = [
  { x: 10.123, y: 22 },
  { x: 50, y: 20 },
  { x: 52.5, y: 70 },
  { x: 12, y: 71.999 },
];
const rounded = [{ x: 10.12, y: 22 }, ...quad.slice(1, 3), { x: 12, y: 72 }];

test('a portrait is shown by what holds it, its corners and its face, never rounded up', () => {
  const shown = { page: 1, box: [10.12, 20, 52.5, 72], quad: rounded, confidence: 0.9999 };
  expect(v2Portrait({ page: 1, kind: 'ghost', quad, faceShare: 0.77777, confidence: 0.99999 })).toEqual({
    kind: 'ghost',
    ...shown,
    face_share: 0.7777,
  });
  expect(v2Signature({ page: 1, quad, confidence: 0.99999 })).toEqual(shown);
});
