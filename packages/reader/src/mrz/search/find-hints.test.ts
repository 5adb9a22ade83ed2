import { expect, it } from 'vitest';
import type { Quad } from '../../geometry/quad.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { findHints } from './find-hints.ts';
import { hintLevels } from './plan-search.ts';

const [width, height] = [128, 72];

/** An overview in which these cells (x, y) have a probability. */
function overviewOf(cells: readonly (readonly [x: number, y: number, probability: number])[]) {
  const probability = new Float32Array(width * height);
  for (const [x, y, value] of cells) probability[y * width + x] = value;
  const none = new Float32Array(width * height);
  return { maps: { width, height, probability, cosine: none, sine: none }, cellWidth: 10, cellHeight: 20, origin: { x: 0, y: 0 } };
}

const faintHints = (overview: DetectionMap, known: readonly Quad[] = []) => findHints(overview, hintLevels.faint, known);

/** Cells in a row, enough of them to count. */
const row = (x: number, y: number, probability: number) => Array.from({ length: 5 }, (_, index) => [x + index, y, probability] as const);

it('finds nothing where nothing shows, or specks only', () => {
  expect(faintHints(overviewOf(row(8, 5, 0.09)))).toEqual([]);
  expect(faintHints(overviewOf(row(8, 5, 0.9).slice(1)))).toEqual([]);
});

it('gives a hint as much ground again on all sides, up to the border', () => {
  expect(faintHints(overviewOf([...row(57, 40, 0.2), [127, 0, 1]]))).toEqual([
    { left: 1070, top: 0, right: 1280, bottom: 420 },
    { left: 400, top: 480, right: 800, bottom: 1280 },
  ]);
});

it('counts fainter hints too once there are clear ones', () => {
  expect(faintHints(overviewOf([...row(57, 40, 0.2), [127, 0, 0.05]]))).toHaveLength(2);
});

it('takes a long hint for the middle of a longer line', () => {
  const line = Array.from({ length: 5 }, (_, index) => [48 + 8 * index, 36, 0.3] as const);
  expect(faintHints(overviewOf(line))).toEqual([{ left: 160, top: 0, right: 1200, bottom: 1440 }]);
});

it('joins what overlaps, and what then overlaps', () => {
  const hints = [4, 100, 36, 68, 5].map((x) => [x, 4, 0.5] as const);
  expect(faintHints(overviewOf(hints))).toEqual([{ left: 0, top: 0, right: 1200, bottom: 480 }]);
});

it('takes what shows in a zone that is known for no hint of another', () => {
  const known: Quad = [
    { x: 500, y: 780 },
    { x: 700, y: 780 },
    { x: 700, y: 840 },
    { x: 500, y: 840 },
  ];
  expect(faintHints(overviewOf(row(57, 40, 0.9)), [known])).toEqual([]);
  expect(faintHints(overviewOf([...row(57, 40, 0.9), ...row(110, 4, 0.9)]), [known])).toEqual(faintHints(overviewOf(row(110, 4, 0.9))));
});

it('wants clearer hints of a look that shows all there is', () => {
  const clearHints = (cells: Parameters<typeof overviewOf>[0]) => findHints(overviewOf(cells), hintLevels.clear, []);
  expect(clearHints(row(57, 40, 0.49))).toEqual([]);
  expect(clearHints(row(57, 40, 0.5).slice(0, 2))).toEqual([]);
  expect(clearHints(row(57, 40, 0.5).slice(0, 3))).toHaveLength(1);
});

it('counts from where the look began', () => {
  const overview = overviewOf(row(57, 40, 0.2));
  const [{ left, top, right, bottom }] = faintHints(overview) as [{ left: number; top: number; right: number; bottom: number }];
  const moved = { left: left + 300, top: top + 70, right: right + 300, bottom: bottom + 70 };
  expect(faintHints({ ...overview, origin: { x: 300, y: 70 } })).toEqual([moved]);
});
