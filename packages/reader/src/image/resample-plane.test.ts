import { expect, it } from 'vitest';
import { wholePlane } from './plane.ts';
import { resamplePlane } from './resample-plane.ts';
import { createScratch } from './scratch.ts';

const plane = { width: 4, height: 2, data: Uint8Array.from([0, 51, 102, 153, 51, 102, 153, 204]) };

const whole = { left: 0, top: 0, width: plane.width, height: plane.height };

function resample(width: number, height: number, paddedWidth: number, paddedHeight: number, area = whole): number[] {
  const data = new Float32Array(paddedWidth * paddedHeight).fill(9);
  resamplePlane(wholePlane(plane), area, { data, width, height, paddedWidth, paddedHeight }, createScratch());
  return Array.from(data, (value) => Math.round(value * 1000) / 1000);
}

it('means over whole pixels', () => {
  expect(resample(2, 1, 2, 1)).toEqual([0.2, 0.6]);
});

it('means over parts of pixels', () => {
  // 4/3 pixels each: (51·2/3 + 102·2/3) / (4/3), and the outer ones (0 + 51/3) / (4/3), (153 +
  // 102/3) / (4/3).
  expect(resample(3, 2, 3, 2)).toEqual([0.05, 0.3, 0.55, 0.25, 0.5, 0.75]);
});

it('repeats the last column and row in the padding', () => {
  expect(resample(2, 1, 4, 3)).toEqual([0.2, 0.6, 0.6, 0.6, 0.2, 0.6, 0.6, 0.6, 0.2, 0.6, 0.6, 0.6]);
});

it('leaves a picture of the right size as it is', () => {
  expect(resample(4, 2, 4, 2)).toEqual([0, 0.2, 0.4, 0.6, 0.2, 0.4, 0.6, 0.8]);
});

it('takes an area out of the middle', () => {
  expect(resample(2, 2, 2, 2, { left: 1, top: 0, width: 2, height: 2 })).toEqual([0.2, 0.4, 0.4, 0.6]);
  expect(resample(1, 1, 1, 1, { left: 1, top: 0, width: 2, height: 2 })).toEqual([0.4]);
});

it('takes parts of pixels at the edges of an area', () => {
  // Half of 51 and half of 102.
  expect(resample(1, 1, 1, 1, { left: 1.5, top: 0, width: 1, height: 1 })).toEqual([0.3]);
});

it('repeats the border beyond it', () => {
  expect(resample(3, 1, 3, 1, { left: -2, top: -3, width: 3, height: 1 })).toEqual([0, 0, 0]);
  expect(resample(3, 1, 3, 1, { left: 3, top: 1, width: 3, height: 1 })).toEqual([0.8, 0.8, 0.8]);
});

it('enlarges an area with what lies beside it', () => {
  // Middles at 1.25 and 1.75 of the first row: between the pixels whose middles are at 0.5, 1.5 and
  // 2.5.
  expect(resample(2, 1, 2, 1, { left: 1, top: 0, width: 1, height: 0.5 })).toEqual([0.15, 0.25]);
});
