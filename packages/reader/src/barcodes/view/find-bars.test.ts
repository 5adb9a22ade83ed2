import { expect, test } from 'vitest';
import type { GreyPlane } from '../../image/plane.ts';
import { findBars } from './find-bars.ts';
import { drawThrough } from './picture-view.ts';

/** Bars of four pixels, dark and light, in a part of a light plane, turned around its middle. */
function drawBars(degrees: number): GreyPlane {
  const size = 400;
  const data = new Uint8Array(size * size).fill(220);
  for (let y = 160; y < 240; y++) for (let x = 80; x < 320; x++) data[y * size + x] = x % 8 < 4 ? 20 : 220;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin, middle] = [Math.cos(angle), Math.sin(angle), size / 2];
  const toPlane = [cos, sin, middle - cos * middle - sin * middle, -sin, cos, middle + sin * middle - cos * middle, 0, 0, 1] as const;
  return drawThrough({ data, width: size, height: size }, toPlane, size, size);
}

test.each([0, 10, -30, 44])('bars turned by %d degrees are found in that direction', (degrees) => {
  const bars = findBars(drawBars(degrees));
  expect(bars?.degrees).toBeCloseTo(degrees, 0);
  const centre = bars!.points.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
  // To a block.
  const away = Math.hypot(centre.x / bars!.points.length - 200, centre.y / bars!.points.length - 200);
  expect(away).toBeLessThan(16);
});

test('neither an even plane nor noise looks like bars', () => {
  const even = new Uint8Array(160_000).fill(128);
  let state = 1;
  const noise = even.map(() => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 256;
  });
  expect([even, noise].map((data) => findBars({ data, width: 400, height: 400 }))).toEqual([undefined, undefined]);
});
