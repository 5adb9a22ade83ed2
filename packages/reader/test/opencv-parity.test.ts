import { expect, it } from 'vitest';
import { fitHomography, type Homography, projectPoint } from '../src/geometry/homography.ts';
import type { Point } from '../src/geometry/point.ts';
import { wholePlane } from '../src/image/plane.ts';
import { resamplePlane } from '../src/image/resample-plane.ts';
import { sampleColumns } from '../src/image/sample-columns.ts';
import { createScratch } from '../src/image/scratch.ts';
import reference from './opencv-reference.json' with { type: 'json' };

const plane = { ...reference.plane, data: Uint8Array.from(reference.plane.data) };
const toPoints = (pairs: number[][]): Point[] => pairs.map(([x = 0, y = 0]) => ({ x, y }));

function largestDifference(data: Float32Array, expected: readonly number[]): number {
  return Math.max(...expected.map((grey, index) => Math.abs(255 * (data[index] as number) - grey)));
}

function resample(width: number, height: number): Float32Array {
  const data = new Float32Array(width * height);
  const whole = { left: 0, top: 0, width: plane.width, height: plane.height };
  resamplePlane(wholePlane(plane), whole, { data, width, height, paddedWidth: width, paddedHeight: height }, createScratch());
  return data;
}

it('shrinks by area like OpenCV', () => {
  const { width, height, data } = reference.area;
  expect(largestDifference(resample(width, height), data)).toBeLessThan(0.51);
});

it('enlarges bilinearly like OpenCV', () => {
  const { width, height, data } = reference.bilinear;
  expect(largestDifference(resample(width, height), data)).toBeLessThan(0.75);
});

it('fits the homography of four points like OpenCV', () => {
  const { from, to, matrix, points, projected } = reference.perspective;
  const fitted = fitHomography(toPoints(from), toPoints(to)) as Homography;
  fitted.forEach((value, index) => {
    expect(value).toBeCloseTo(matrix[index] as number, 5);
  });
  toPoints(points).forEach((point, index) => {
    const found = projectPoint(fitted, point.x, point.y);
    expect(found.x).toBeCloseTo(projected[index]?.[0] as number, 4);
    expect(found.y).toBeCloseTo(projected[index]?.[1] as number, 4);
  });
});

it('warps through a homography like OpenCV', () => {
  const { width, height, data } = reference.perspective.warped;
  const matrix = reference.perspective.matrix as unknown as Homography;
  const drawn = new Float32Array(width * height);
  // A column path has even steps, a homography has not: every row is sampled as a picture of its
  // own.
  for (let row = 0; row < height; row++) {
    const paths = new Float64Array(width * 4);
    for (let column = 0; column < width; column++) {
      const { x, y } = projectPoint(matrix, column + 0.5, row + 0.5);
      paths.set([x, y, 0, 0], column * 4);
    }
    sampleColumns(plane, paths, { data: drawn, offset: row * width, width, height: 1 }, 1, false);
  }
  expect(largestDifference(drawn, data)).toBeLessThan(2.5);
});
