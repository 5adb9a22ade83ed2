import { expect, it } from 'vitest';
import { findPrint } from './find-print.ts';

const [width, height] = [160, 100];

/** Light ground that falls off towards the right, as under a lamp, with dark rectangles on it. */
function draw(rectangles: readonly { x: number; y: number; width: number; height: number; grey: number }[]) {
  const data = Uint8Array.from({ length: width * height }, (_, at) => 250 - (at % width));
  for (const { x, y, width: across, height: down, grey } of rectangles) {
    for (let row = y; row < y + down; row++) data.fill(grey, row * width + x, row * width + x + across);
  }
  return { width, height, data };
}

it('finds nothing on bare ground, be it lit unevenly', () => {
  expect(findPrint(draw([]))).toEqual([]);
});

it('finds a line of print, with ground around it', () => {
  expect(findPrint(draw([{ x: 50, y: 36, width: 20, height: 2, grey: 60 }]))).toEqual([{ left: 32, top: 16, right: 96, bottom: 64 }]);
});

it('goes no further than the border', () => {
  expect(findPrint(draw([{ x: 150, y: 97, width: 9, height: 2, grey: 10 }]))).toEqual([{ left: 128, top: 80, right: 160, bottom: 100 }]);
});

it('leaves out a shade that is hardly darker than the ground', () => {
  expect(findPrint(draw([{ x: 4, y: 4, width: 4, height: 4, grey: 225 }]))).toEqual([]);
});

it('joins what lies close together, and keeps apart what does not', () => {
  const far = { x: 146, y: 2, width: 4, height: 4, grey: 20 };
  const near = [2, 40].map((x) => ({ x, y: 2, width: 4, height: 4, grey: 20 }));
  expect(findPrint(draw([...near, far]))).toEqual([
    { left: 0, top: 0, right: 64, bottom: 32 },
    { left: 128, top: 0, right: 160, bottom: 32 },
  ]);
});
