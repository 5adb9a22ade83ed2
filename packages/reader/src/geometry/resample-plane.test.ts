import { expect, it } from 'vitest';
import { createScratch } from './create-scratch.ts';
import { resamplePlane } from './resample-plane.ts';

const plane = { width: 4, height: 2, data: Uint8Array.from([0, 51, 102, 153, 51, 102, 153, 204]) };

function resample(width: number, height: number, paddedWidth: number, paddedHeight: number): number[] {
  const data = new Float32Array(paddedWidth * paddedHeight).fill(9);
  resamplePlane(plane, { data, width, height, paddedWidth, paddedHeight }, createScratch());
  return Array.from(data, (value) => Math.round(value * 1000) / 1000);
}

it('means over whole pixels', () => {
  expect(resample(2, 1, 2, 1)).toEqual([0.2, 0.6]);
});

it('means over parts of pixels', () => {
  // 4/3 pixels each: (51·2/3 + 102·2/3) / (4/3), and the outer ones (0 + 51/3) / (4/3), (153 + 102/3) / (4/3).
  expect(resample(3, 2, 3, 2)).toEqual([0.05, 0.3, 0.55, 0.25, 0.5, 0.75]);
});

it('repeats the last column and row in the padding', () => {
  expect(resample(2, 1, 4, 3)).toEqual([0.2, 0.6, 0.6, 0.6, 0.2, 0.6, 0.6, 0.6, 0.2, 0.6, 0.6, 0.6]);
});

it('leaves a picture of the right size as it is', () => {
  expect(resample(4, 2, 4, 2)).toEqual([0, 0.2, 0.4, 0.6, 0.2, 0.4, 0.6, 0.8]);
});
