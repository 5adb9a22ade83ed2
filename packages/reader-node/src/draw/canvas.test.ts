import { expect, test } from 'vitest';
import { type Canvas, fillPolygon, strokeLine, strokePolygon } from './canvas.ts';

const black = [0, 0, 0] as const;
const blank = (): Canvas => ({ width: 7, height: 5, data: new Uint8Array(7 * 5 * 3).fill(255) });

/** A digit for how dark each pixel is, 9 black, a dot for white. */
function show({ width, height, data }: Canvas): string[] {
  const shade = (x: number, y: number) => Math.round((255 - data[(y * width + x) * 3]!) / 28.4);
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => shade(x, y) || '.').join(''));
}

test('a line covers the pixels within its thickness and ends round', () => {
  const canvas = blank();
  strokeLine(canvas, { x: 1.5, y: 2.5 }, { x: 5.5, y: 2.5 }, 1, black);
  expect(show(canvas)).toEqual(['.......', '.......', '.99999.', '.......', '.......']);
  strokeLine(canvas, { x: 3.5, y: 0 }, { x: 3.5, y: 5 }, 2, black);
  expect(show(canvas)).toEqual(['..494..', '..494..', '.99999.', '..494..', '..494..']);
});

test('what lies outside is not drawn', () => {
  const canvas = blank();
  strokeLine(canvas, { x: -20, y: -9 }, { x: -3, y: 40 }, 3, black);
  expect(canvas).toEqual(blank());
});

test.each([
  ['clockwise', [0, 1, 2, 3]],
  ['anticlockwise', [3, 2, 1, 0]],
])('a polygon is filled whichever way round its corners go: %s', (_, order) => {
  const corners = [
    { x: 1, y: 1 },
    { x: 4, y: 1 },
    { x: 4, y: 4 },
    { x: 1, y: 4 },
  ];
  const canvas = blank();
  fillPolygon(
    canvas,
    order.map((index) => corners[index]!),
    black,
    1,
  );
  expect(show(canvas)).toEqual(['.......', '.999...', '.999...', '.999...', '.......']);
  fillPolygon(canvas, corners, [255, 255, 255], 0.5);
  expect(canvas.data[(2 * 7 + 2) * 3]).toBe(128);
});

test('a polygon is closed', () => {
  const canvas = blank();
  strokePolygon(
    canvas,
    [
      { x: 0.5, y: 0.5 },
      { x: 6.5, y: 0.5 },
      { x: 6.5, y: 4.5 },
      { x: 0.5, y: 4.5 },
    ],
    1,
    black,
  );
  expect(show(canvas)).toEqual(['9999999', '9.....9', '9.....9', '9.....9', '9999999']);
});
