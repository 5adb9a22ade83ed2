import { expect, it } from 'vitest';
import type { ZoneBox } from '../search/box-segments.ts';
import { planCrop } from './plan-crop.ts';

const box = (length: number, height: number, thickness: number): ZoneBox => ({
  centre: { x: 500, y: 300 },
  direction: { x: 1, y: 0 },
  length,
  height,
  thickness,
  mass: 100,
});

/** Pixels of the picture that a crop spans. */
function extentOf(candidate: ZoneBox): [number, number] {
  const { width, height, scale } = planCrop(candidate);
  return [Math.round(width * scale), Math.round(height * scale)];
}

// Glyphs of 12 pixels; a line's core is 0.6 of that thick, lines of a passport are 2.5 pitches
// apart.
it.each([
  ['two lines apart from each other: a margin around them', box(550, 39, 7.2), [622, 78]],
  ['one line: room for a neighbour above and below', box(550, 7.2, 7.2), [593, 59]],
  ['two lines merged to one segment: hardly more room', box(550, 39, 30), [667, 100]],
  ['a piece of a line: by its own thickness', box(160, 7.2, 7.2), [203, 61]],
])('%s', (_, candidate, extent) => {
  expect(extentOf(candidate)).toEqual(extent);
});
