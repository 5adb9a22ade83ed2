import { expect, it } from 'vitest';
import { halvePlane } from './halve-plane.ts';

const shadeAt = (at: number) => (at * 73 + 29) % 256;

it.each([
  [8, 6],
  [8, 5],
  [12, 2],
  [10, 6],
  [7, 5],
  [4, 1],
  [1, 4],
  [1, 1],
])('the mean of each 2 by 2 block, rounded: %i by %i pixels', (width, height) => {
  const plane = { data: Uint8Array.from({ length: width * height }, (_, at) => shadeAt(at)), width, height };
  const [halfWidth, halfHeight] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
  const expected = Array.from({ length: halfWidth * halfHeight }, (_, at) => {
    const [x, y] = [2 * (at % halfWidth), 2 * Math.floor(at / halfWidth)];
    const [right, below] = [Math.min(x + 1, width - 1), Math.min(y + 1, height - 1)];
    const four = [y, below].flatMap((row) => [x, right].map((column) => shadeAt(row * width + column)));
    return Math.floor(four.reduce((sum, shade) => sum + shade) / 4 + 0.5);
  });
  const { data, ...size } = halvePlane(plane);
  expect({ ...size, data: [...data] }).toEqual({ width: halfWidth, height: halfHeight, data: expected });
});

it('white stays white and black black', () => {
  for (const shade of [0, 255]) {
    const { data } = halvePlane({ data: new Uint8Array(64).fill(shade), width: 8, height: 8 });
    expect(data.every((grey) => grey === shade)).toBe(true);
  }
});

it('a plane within larger memory, wherever it begins', () => {
  const memory = Uint8Array.from({ length: 40 }, (_, at) => shadeAt(at));
  const halves = [4, 5].map((start) => [...halvePlane({ data: memory.subarray(start, start + 32), width: 8, height: 4 }).data]);
  const copies = [4, 5].map((start) => [...halvePlane({ data: memory.slice(start, start + 32), width: 8, height: 4 }).data]);
  expect(halves).toEqual(copies);
});
