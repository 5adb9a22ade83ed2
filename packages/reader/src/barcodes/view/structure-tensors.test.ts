import { expect, test } from 'vitest';
import { block, sumGradients } from './structure-tensors.ts';

/** Of one block, gradient by gradient, as Scharr's operator is written down. */
function sumPlainly(data: Uint8Array, width: number, left: number, top: number) {
  let [xx, yy, xy] = [0, 0, 0];
  for (let y = top; y < top + block; y++) {
    for (let x = left; x < left + block; x++) {
      let [dx, dy] = [0, 0];
      for (const [offset, weight] of [
        [-1, 3],
        [0, 10],
        [1, 3],
      ] as const) {
        dx += weight * (data[(y + offset) * width + x + 1]! - data[(y + offset) * width + x - 1]!);
        dy += weight * (data[(y + 1) * width + x + offset]! - data[(y - 1) * width + x + offset]!);
      }
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
  }
  return { xx, yy, xy };
}

test.each([
  ['noise', (at: number) => (Math.imul(at, 48_271) >>> 8) % 256],
  ['the steepest columns', (at: number) => ((at % 53) & 2 ? 255 : 0)],
  ['the steepest rows', (at: number) => (Math.floor(at / 53) & 2 ? 255 : 0)],
  ['a slope to the left', (at: number) => (((at % 53) + Math.floor(at / 53)) & 4 ? 255 : 0)],
  ['a slope to the right', (at: number) => (((at % 53) - Math.floor(at / 53)) & 4 ? 255 : 0)],
])('blocks of %s are summed up as they are written down', (_, grey) => {
  const [width, height] = [53, 50];
  const data = Uint8Array.from({ length: width * height }, (__, at) => grey(at));
  const { columns, rows, xx, yy, xy } = sumGradients({ data, width, height });
  expect([columns, rows]).toEqual([3, 3]);
  const expected = Array.from({ length: 9 }, (__, at) => sumPlainly(data, width, 1 + (at % 3) * block, 1 + Math.floor(at / 3) * block));
  expect(expected.map((___, at) => ({ xx: xx[at], yy: yy[at], xy: xy[at] }))).toEqual(expected);
});

test.each([
  [17, 400],
  [400, 17],
  [1, 1],
])('of %i x %i pixels there is no block', (width, height) => {
  expect(sumGradients({ data: new Uint8Array(width * height), width, height }).xx).toHaveLength(0);
});
