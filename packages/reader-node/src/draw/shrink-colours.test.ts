import { expect, test } from 'vitest';
import { shrinkColours } from './shrink-colours.ts';

const grey = (...shades: number[]) => Uint8Array.from(shades.flatMap((shade) => [shade, shade, 255 - shade]));

test('a picture that is small enough is left alone', () => {
  const plane = { width: 2, height: 1, data: grey(0, 100) };
  expect(shrinkColours(plane, 2)).toBe(plane);
});

test('each pixel is the mean of those under it, by their shares', () => {
  // Three columns onto two: the middle one counts half on either side.
  expect(shrinkColours({ width: 3, height: 3, data: grey(0, 90, 30, 0, 90, 30, 0, 90, 30) }, 2)).toEqual({
    width: 2,
    height: 2,
    data: grey(30, 50, 30, 50),
  });
});

test('the long side decides, and no side vanishes', () => {
  const { width, height, data } = shrinkColours({ width: 1000, height: 3, data: new Uint8Array(9000).fill(77) }, 100);
  expect([width, height, new Set(data)]).toEqual([100, 1, new Set([77])]);
});
