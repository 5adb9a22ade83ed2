import { expect, it } from 'vitest';
import { hintLevels, planSearch } from './plan-search.ts';

const { faint, clear } = hintLevels;

it.each([
  ['enlarges a small picture and leaves it at that', [200, 120], 400, []],
  ['looks once where a finer look shows hardly more', [640, 480], 512, []],
  ['goes straight to the finest look where one between is hardly coarser', [760, 570], 512, [{ longSide: 760, levels: faint }]],
  [
    'looks between at what is large enough to be read, in what a camera gives',
    [1280, 720],
    512,
    [
      { longSide: 800, levels: faint },
      { longSide: 1280, levels: clear },
    ],
  ],
  ['goes straight to the finest look in what is larger than it', [3024, 4032], 512, [{ longSide: 1280, levels: faint }]],
])('%s', (_, [width, height], first, finer) => {
  expect(planSearch({ width: width as number, height: height as number })).toEqual({ first, finer });
});
