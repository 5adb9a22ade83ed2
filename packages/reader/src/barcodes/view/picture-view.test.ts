import { expect, test } from 'vitest';
import { drawThrough } from './picture-view.ts';

const plane = { width: 60, height: 50, data: Uint8Array.from({ length: 3000 }, (_, at) => (at % 60) * 2 + Math.floor(at / 60)) };

test('a plane that is seen as it is stays as it is', () => {
  expect(drawThrough(plane, [1, 0, 0, 0, 1, 0, 0, 0, 1], 60, 50)).toEqual(plane);
});

test('what is seen larger, turned and from the side shows each pixel where it lies', () => {
  const toPlane = [0.3, -0.25, 25, 0.25, 0.3, 8, 0.0005, 0.001, 1] as const;
  const { data } = drawThrough(plane, toPlane, 80, 70);
  const errors: number[] = [];
  for (let y = 0; y < 70; y++) {
    for (let x = 0; x < 80; x++) {
      const w = toPlane[6] * (x + 0.5) + toPlane[7] * (y + 0.5) + 1;
      const [u, v] = [(0.3 * (x + 0.5) - 0.25 * (y + 0.5) + 25) / w - 0.5, (0.25 * (x + 0.5) + 0.3 * (y + 0.5) + 8) / w - 0.5];
      // The plane is a slope: its grey tells the place.
      if (u > 3 && v > 3 && u < 56 && v < 46) errors.push(Math.abs(data[y * 80 + x]! - (2 * u + v)));
    }
  }
  expect(errors.length).toBeGreaterThan(4000);
  expect(Math.max(...errors)).toBeLessThan(1.5);
});

test('beside the plane and beyond the horizon it is white', () => {
  const beside = drawThrough(plane, [1, 0, -30, 0, 1, -20, 0, 0, 1], 120, 100);
  const isWhite = (x: number, y: number) => beside.data[y * 120 + x] === 255;
  expect([isWhite(29, 30), isWhite(30, 20), isWhite(89, 69), isWhite(90, 69), isWhite(40, 70)]).toEqual([true, false, false, true, true]);
  const { data } = drawThrough(plane, [1, 0, 0, 0, 1, 0, -1 / 20, 0, 1], 60, 32);
  expect(data.filter((_, at) => at % 60 > 20).every((grey) => grey === 255)).toBe(true);
});
