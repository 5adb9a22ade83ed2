import { expect, test } from 'vitest';
import { viewSide } from '../faces/decode-faces.ts';
import { snapToEdges } from './snap-to-edges.ts';

const expected = { left: 65, top: 56, right: 127, bottom: 136 };

/** A view of paper with rectangles of a grey on it, each over those before it. */
function viewOf(...rectangles: readonly (readonly [left: number, top: number, right: number, bottom: number, grey: number])[]) {
  const data = new Float32Array(viewSide * viewSide).fill(0.9);
  for (const [left, top, right, bottom, grey] of rectangles)
    for (let y = top; y < bottom; y++) data.fill(grey, y * viewSide + left, y * viewSide + right);
  return data;
}

test('a portrait ends where its photograph does', () => {
  expect(snapToEdges(viewOf([60, 52, 128, 140, 0.6]), expected)).toEqual({ left: 60, top: 52, right: 128, bottom: 140 });
});

test('where no edge is seen it lies where standards want it', () => {
  expect(snapToEdges(viewOf(), expected)).toEqual(expected);
});

test('the edge of a page goes on beyond the portrait, and is not its side', () => {
  // The page ends left of the photograph, from the top of the view to its bottom.
  const box = snapToEdges(viewOf([0, 0, 50, viewSide, 0.2], [62, 54, 126, 137, 0.6]), expected);
  expect(box).toEqual({ left: 62, top: 54, right: 126, bottom: 137 });
});
