import { expect, test } from 'vitest';
import { stretchPixels } from './stretch-pixels.ts';

test('what lies between two pixels is between their values, in each channel; borders go on', () => {
  const pixels = { data: Uint8Array.of(0, 200, 100, 0), width: 2, height: 1, channels: 2 };
  expect(stretchPixels(pixels, 4, 2)).toEqual({
    data: Uint8Array.of(0, 200, 25, 150, 75, 50, 100, 0, 0, 200, 25, 150, 75, 50, 100, 0),
    ...{ width: 4, height: 2, channels: 2 },
  });
});

test('a picture of the size that is asked for stays what it is', () => {
  const pixels = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2, channels: 1 };
  expect(stretchPixels(pixels, 3, 2)).toEqual(pixels);
});
