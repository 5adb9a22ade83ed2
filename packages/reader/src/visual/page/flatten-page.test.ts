import { expect, test } from 'vitest';
import { singlePlane } from '../../../test/single-plane.ts';
import { drawArea } from './flatten-page.ts';

test('where perspective has no place for a column, the drawing shows the border', async () => {
  const [width, height] = [400, 300];
  // Black, but for the first corner.
  const data = new Uint8Array(width * height);
  data[0] = 51;
  const area = { left: 0, top: 0, right: 40, bottom: 30 };
  // Divides by nothing in the middle of column 100.
  const page = await drawArea(singlePlane({ width, height, data }), [8, 0, 0, 0, 8, 0, 1, 0, -12.5625], area, 8, 8);
  expect(page.data.every(Number.isFinite)).toBe(true);
  const column = Array.from({ length: page.height }, (_, y) => page.data[y * page.width + 100]!);
  // It begins infinitely far away, and no step leads from there to a number: what is none becomes
  // that corner.
  expect(column).toEqual(column.map(() => Math.fround(51 / 255)));
});
