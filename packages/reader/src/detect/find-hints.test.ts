import { expect, it } from 'vitest';
import { findHints } from './find-hints.ts';

const [width, height] = [128, 72];

/** An overview in which these cells (x, y) have a probability. */
function overviewOf(cells: readonly (readonly [x: number, y: number, probability: number])[]) {
  const probability = new Float32Array(width * height);
  for (const [x, y, value] of cells) probability[y * width + x] = value;
  const none = new Float32Array(width * height);
  return { maps: { width, height, probability, cosine: none, sine: none }, cellWidth: 10, cellHeight: 20, origin: { x: 0, y: 0 } };
}

/** Cells in a row, enough of them to count. */
const row = (x: number, y: number, probability: number) => Array.from({ length: 5 }, (_, index) => [x + index, y, probability] as const);

it('finds nothing where nothing shows, or specks only', () => {
  expect(findHints(overviewOf(row(8, 5, 0.09)))).toEqual([]);
  expect(findHints(overviewOf(row(8, 5, 0.9).slice(1)))).toEqual([]);
});

it('gives a hint as much ground again on all sides, up to the border', () => {
  expect(findHints(overviewOf([...row(57, 40, 0.2), [127, 0, 1]]))).toEqual([
    { left: 1070, top: 0, right: 1280, bottom: 420 },
    { left: 400, top: 480, right: 800, bottom: 1280 },
  ]);
});

it('counts fainter hints too once there are clear ones', () => {
  expect(findHints(overviewOf([...row(57, 40, 0.2), [127, 0, 0.05]]))).toHaveLength(2);
});

it('takes a long hint for the middle of a longer line', () => {
  const line = Array.from({ length: 5 }, (_, index) => [48 + 8 * index, 36, 0.3] as const);
  expect(findHints(overviewOf(line))).toEqual([{ left: 160, top: 0, right: 1200, bottom: 1440 }]);
});

it('joins what overlaps, and what then overlaps', () => {
  const hints = [4, 100, 36, 68, 5].map((x) => [x, 4, 0.5] as const);
  expect(findHints(overviewOf(hints))).toEqual([{ left: 0, top: 0, right: 1200, bottom: 480 }]);
});
