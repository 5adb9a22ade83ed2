import { expect, it } from 'vitest';
import { halvePlane } from './halve-plane.ts';
import { halvedLumaPlane, type InterleavedPixels, lazyLumaPlane, lumaPlane } from './luma-plane.ts';
import { freeMemory } from './plane.ts';

const [width, height] = [5, 6];
const pixelsOf = (channels: number): InterleavedPixels => ({
  data: Uint8Array.from({ length: width * height * channels }, (_, at) => (at * 37 + 11) % 256),
  width,
  height,
  channels,
});

it('makes the rows that are asked for, and those at the border for what lies beyond it', () => {
  const whole = lumaPlane(pixelsOf(3)).data;
  const madeOf = (from: number, to: number) => {
    const { data } = lazyLumaPlane(pixelsOf(3)).rows(from, to);
    return Array.from({ length: height }, (_, row) => row).filter((row) =>
      whole.subarray(row * width, (row + 1) * width).every((grey, x) => grey === data[row * width + x]),
    );
  };
  expect([madeOf(2, 4), madeOf(-9, 1), madeOf(-9, -3), madeOf(5, 99), madeOf(8, 99)]).toEqual([[2, 3], [0], [0], [5], [5]]);
});

it.each([1, 2, 3, 4])('halves pixels of %i channels as it halves their plane, but for rounding', (channels) => {
  const { data, ...size } = halvedLumaPlane(pixelsOf(channels));
  const twice = halvePlane(lumaPlane(pixelsOf(channels)));
  expect(size).toEqual({ width: 2, height: 3 });
  expect(Math.max(...data.map((grey, at) => Math.abs(grey - twice.data[at]!)))).toBeLessThanOrEqual(1);
});

it('gives memory back once, and never what others share', () => {
  const own = new Uint8Array(8);
  freeMemory(own);
  freeMemory(own);
  const shared = new Uint8Array(new ArrayBuffer(16), 0, 8);
  freeMemory(shared);
  expect([own.length, shared.length]).toEqual([0, 8]);
});
