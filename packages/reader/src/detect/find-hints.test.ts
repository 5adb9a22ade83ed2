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

it('finds nothing where nothing shows', () => {
  expect(findHints(overviewOf([[5, 5, 0.09]]))).toEqual([]);
});

it('gives a hint some ground, up to the border', () => {
  expect(
    findHints(
      overviewOf([
        [60, 40, 0.2],
        [127, 0, 1],
      ]),
    ),
  ).toEqual([
    { left: 1040, top: 0, right: 1280, bottom: 480 },
    { left: 400, top: 480, right: 800, bottom: 1280 },
  ]);
});

it('joins what overlaps, and what then overlaps', () => {
  const hints = [
    [4, 4, 0.5],
    [100, 4, 0.5],
    [36, 4, 0.5],
    [68, 4, 0.5],
  ] as const;
  expect(findHints(overviewOf(hints))).toEqual([{ left: 0, top: 0, right: 1200, bottom: 480 }]);
});
