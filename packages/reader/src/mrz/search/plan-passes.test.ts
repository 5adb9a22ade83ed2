import { expect, it } from 'vitest';
import { searchTuning } from '../search-tuning.ts';
import { planPasses } from './plan-passes.ts';

const { faint, clear } = searchTuning.regions;

it.each([
  ['enlarges a small picture and leaves it at that', [200, 120], 400, []],
  ['makes one pass where a finer one shows hardly more', [640, 480], 512, []],
  ['goes straight to the finest pass where one between is hardly coarser', [760, 570], 512, [{ longSide: 760, thresholds: faint }]],
  [
    'makes a pass between, which shows all legible print, in the picture of a camera',
    [1280, 720],
    512,
    [
      { longSide: 800, thresholds: faint },
      { longSide: 1280, thresholds: clear },
    ],
  ],
  ['goes straight to the finest pass in a larger picture', [3024, 4032], 512, [{ longSide: 1280, thresholds: faint }]],
])('%s', (_, [width, height], first, finer) => {
  expect(planPasses({ width: width as number, height: height as number }, searchTuning.passes)).toEqual({ first, finer });
});
