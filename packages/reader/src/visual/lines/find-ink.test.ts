import { beforeEach, expect, test } from 'vitest';
import { openKernels } from '../../image/kernels/open-kernels.ts';
import type { FlatPage } from '../page/flatten-page.ts';
import { findInk } from './find-ink.ts';

// What is left in memory shows nowhere: as numbers these bytes are none.
beforeEach(() => {
  openKernels(1_000_000).bytes.fill(255);
});

/** Paper that darkens to one side, with waves of guilloche and strokes of several shades on it. */
function drawPage(width: number, height: number, scale: number): FlatPage {
  const data = Float32Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const guilloche = 0.06 * Math.sin(x / 1.7 + y / 5) + 0.03 * Math.cos(y / 2.3);
    const stroke = (x + 2 * y) % 31 < 3 ? 0.15 * (1 + ((x >> 4) % 4)) : 0;
    return 0.9 - (0.2 * x) / width + guilloche - stroke;
  });
  return { data, width, height, scale, left: 0, top: 0 };
}

/** What there is around a place, as far as it lies on the page. */
function around(at: number, reach: number, length: number): { from: number; to: number } {
  return { from: Math.max(0, at - reach), to: Math.min(length - 1, at + reach) };
}

/** The least mean of two pixels side by side in the blocks around the one of a pixel. */
function darkestAround({ data, width, height, scale }: FlatPage, x: number, y: number): number {
  const block = Math.max(2, Math.round(scale));
  const columns = around(Math.floor(x / block), 2, Math.ceil(width / block));
  const rows = around(Math.floor(y / block), 2, Math.ceil(height / block));
  let least = 1;
  for (let row = rows.from * block; row < Math.min(height, (rows.to + 1) * block); row++) {
    for (let column = columns.from * block; column < Math.min(width - 1, (columns.to + 1) * block); column++) {
      least = Math.min(least, (data[row * width + column]! + data[row * width + column + 1]!) / 2);
    }
  }
  return least;
}

/** The shade of one pixel, by the definition. */
function shadeOf(page: FlatPage, x: number, y: number): number {
  const { data, width, height, scale } = page;
  const radius = Math.round(2.2 * scale);
  const [columns, rows] = [around(x, radius, width), around(y, radius, height)];
  const values: number[] = [];
  for (let row = rows.from; row <= rows.to; row++) values.push(...data.subarray(row * width + columns.from, row * width + columns.to + 1));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const depth = mean - data[y * width + x]!;
  if (depth <= 0.035 || depth <= 0.35 * deviation) return 0;
  if (depth <= 1.05 * deviation) return 1;
  const depthShare = depth / (mean - darkestAround(page, x, y));
  return depthShare <= 0.45 ? 2 : depthShare <= 0.66 ? 3 : 4;
}

test.each([
  [131, 58, 5],
  [64, 40, 6.5],
  [9, 50, 5],
  [1, 3, 5],
])('ink of a page of %i x %i pixels, %d a millimetre, has the shades that it has by definition', (width, height, scale) => {
  const page = drawPage(width, height, scale);
  const expected = page.data.map((_, at) => shadeOf(page, at % width, Math.floor(at / width)));
  expect(Array.from(findInk(page))).toEqual(Array.from(expected));
});

test('such a page has ink of each shade', () => {
  expect([...new Set(findInk(drawPage(131, 58, 5)))].sort()).toEqual([0, 1, 2, 3, 4]);
});

test.each([0.3, 0.7, 0.9])('paper that is %d all over has no ink, and a dot on it is all there is', (paper) => {
  const page: FlatPage = { data: new Float32Array(61 * 45).fill(paper), width: 61, height: 45, scale: 5, left: 0, top: 0 };
  expect(findInk(page).every((shade) => shade === 0)).toBe(true);
  const dot = 22 * 61 + 30;
  page.data.fill(paper - 0.2, dot, dot + 2);
  expect(findInk(page)).toEqual(Uint8Array.from(page.data, (_, at) => (at === dot || at === dot + 1 ? 4 : 0)));
});
