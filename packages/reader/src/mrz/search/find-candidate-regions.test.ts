import { expect, it } from 'vitest';
import type { Quad } from '../../geometry/quad.ts';
import type { DetectionMap } from '../detector/detection-map.ts';
import { searchTuning } from '../search-tuning.ts';
import { findCandidateRegions } from './find-candidate-regions.ts';

const [width, height] = [128, 72];

/** An overview in which these cells (x, y) have a probability. */
function overviewOf(cells: readonly (readonly [x: number, y: number, probability: number])[]) {
  const probability = new Float32Array(width * height);
  for (const [x, y, value] of cells) probability[y * width + x] = value;
  const none = new Float32Array(width * height);
  return { maps: { width, height, probability, cosine: none, sine: none }, cellWidth: 10, cellHeight: 20, origin: { x: 0, y: 0 } };
}

const { faint, clear } = searchTuning.regions;
const findFaint = (overview: DetectionMap, known: readonly Quad[] = []) => findCandidateRegions(overview, faint, known);

/** Cells in a row, enough of them to count. */
const row = (x: number, y: number, probability: number) => Array.from({ length: 5 }, (_, index) => [x + index, y, probability] as const);

it('finds nothing without activity, or in specks', () => {
  expect(findFaint(overviewOf(row(8, 5, 0.09)))).toEqual([]);
  expect(findFaint(overviewOf(row(8, 5, 0.9).slice(1)))).toEqual([]);
});

it('adds half of its longer side on all sides, up to the border', () => {
  expect(findFaint(overviewOf([...row(57, 40, 0.2), [127, 0, 1]]))).toEqual([
    { left: 1070, top: 0, right: 1280, bottom: 420 },
    { left: 400, top: 480, right: 800, bottom: 1280 },
  ]);
});

it('counts fainter activity too once there is a peak', () => {
  expect(findFaint(overviewOf([...row(57, 40, 0.25), [127, 0, 0.07]]))).toHaveLength(2);
});

it('takes long activity for the middle of a longer line', () => {
  const line = Array.from({ length: 5 }, (_, index) => [48 + 8 * index, 36, 0.3] as const);
  expect(findFaint(overviewOf(line))).toEqual([{ left: 160, top: 0, right: 1200, bottom: 1440 }]);
});

it('joins what overlaps, and what then overlaps', () => {
  const active = [4, 100, 36, 68, 5].map((x) => [x, 4, 0.5] as const);
  expect(findFaint(overviewOf(active))).toEqual([{ left: 0, top: 0, right: 1200, bottom: 480 }]);
});

it('ignores activity in known zones', () => {
  const known: Quad = [
    { x: 500, y: 780 },
    { x: 700, y: 780 },
    { x: 700, y: 840 },
    { x: 500, y: 840 },
  ];
  expect(findFaint(overviewOf(row(57, 40, 0.9)), [known])).toEqual([]);
  expect(findFaint(overviewOf([...row(57, 40, 0.9), ...row(110, 4, 0.9)]), [known])).toEqual(findFaint(overviewOf(row(110, 4, 0.9))));
});

it('demands more of a pass that shows all legible print', () => {
  const findClear = (cells: Parameters<typeof overviewOf>[0]) => findCandidateRegions(overviewOf(cells), clear, []);
  expect(findClear(row(57, 40, 0.49))).toEqual([]);
  expect(findClear(row(57, 40, 0.5).slice(0, 2))).toEqual([]);
  // And adds a quarter of its longer side only.
  expect(findClear(row(57, 40, 0.5).slice(0, 3))).toEqual([{ left: 450, top: 580, right: 750, bottom: 1180 }]);
});

it('adds the origin of the pass', () => {
  const overview = overviewOf(row(57, 40, 0.2));
  const [{ left, top, right, bottom }] = findFaint(overview) as [{ left: number; top: number; right: number; bottom: number }];
  const moved = { left: left + 300, top: top + 70, right: right + 300, bottom: bottom + 70 };
  expect(findFaint({ ...overview, origin: { x: 300, y: 70 } })).toEqual([moved]);
});
