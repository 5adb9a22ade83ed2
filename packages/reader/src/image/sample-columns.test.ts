import { describe, expect, it, test } from 'vitest';
import { openKernels } from './kernels/open-kernels.ts';
import { createLazyPlane } from './plane.ts';
import { chooseOversampling, rowsOfGrid, sampleColumns } from './sample-columns.ts';

/** grey = 3x + 2y at the middle of each pixel. */
const ramp = {
  width: 20,
  height: 16,
  data: Uint8Array.from({ length: 320 }, (_, at) => 3 * ((at % 20) + 0.5) + 2 * (Math.floor(at / 20) + 0.5) - 0.5),
};

function sample(grid: number[], height: number, oversampling: number, enlarging: boolean): number[] {
  const width = grid.length / 4 / oversampling;
  const data = new Float32Array(width * height + 3).fill(7);
  sampleColumns(ramp, Float64Array.from(grid), { data, offset: 3, width, height }, oversampling, enlarging);
  expect(Array.from(data.subarray(0, 3))).toEqual([7, 7, 7]);
  return Array.from(data.subarray(3), (value) => Math.round(value * 255 * 1000) / 1000);
}

it.each([
  ['bilinear', false],
  ['cubic', true],
])('follows slanted columns exactly through a ramp: %s', (_, enlarging) => {
  const grid = [4.25, 3.5, 0.3, 0.5, 8.75, 3.5, -0.25, 1.25];
  const expected = [0, 1, 2].flatMap((row) => [
    3 * (4.25 + 0.3 * row) + 2 * (3.5 + 0.5 * row) - 0.5,
    3 * (8.75 - 0.25 * row) + 2 * (3.5 + 1.25 * row) - 0.5,
  ]);
  sample(grid, 3, 1, enlarging).forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] as number, 2);
  });
});

it('repeats the border outside the plane', () => {
  expect(sample([-5, -5, 0, 30], 2, 1, false)).toEqual([2, 32]);
  expect(sample([-5, -5, 0, 30], 2, 1, true)).toEqual([2, 32]);
});

it('averages over n x n samples when shrinking', () => {
  const stripes = { width: 8, height: 8, data: Uint8Array.from({ length: 64 }, (_, at) => (at % 2) * 200) };
  const data = new Float32Array(4);
  // Two columns of samples for each pixel, a pixel of the plane apart; each 4 pixels of the plane
  // high.
  const grid = Float64Array.from({ length: 32 }, (_, at) => [(at >> 2) + 0.5, 1, 0, 4][at % 4]!);
  sampleColumns(stripes, grid, { data, offset: 0, width: 4, height: 1 }, 2, false);
  expect(Array.from(data, (value) => Math.round(value * 255))).toEqual([100, 100, 100, 100]);
});

it.each([
  [1.4, 1],
  [1.5, 2],
  [3.1, 3],
  [157, 16],
])('where one pixel is %f of the plane, it is the mean of so many samples: %i each way', (step, samples) => {
  expect(chooseOversampling(step, 1.4)).toBe(samples);
});

test.each([
  ['bilinear', 1, false],
  ['cubic', 1, true],
  ['means', 2, false],
])('columns askew through a plane that is too large to be given to the kernels at once: %s', (_, oversampling, enlarging) => {
  const [width, height] = [2200, 1800];
  const grey = (x: number, y: number) => (x + y) / 20;
  const data = Uint8Array.from({ length: width * height }, (_, at) => grey(at % width, Math.floor(at / width)));
  const target = { data: new Float32Array(1201 * 8), offset: 0, width: 1201, height: 8 };
  const columns = target.width * oversampling;
  const grid = Float64Array.from({ length: 4 * columns }, (_, at) => {
    const along = 100 + (at >> 2) * (1.2 / oversampling);
    return [along, along, 1, 0.5][at % 4]!;
  });
  sampleColumns({ width, height, data }, grid, target, oversampling, enlarging);
  const away = target.data.map((value, at) => {
    const [column, row] = [at % target.width, Math.floor(at / target.width)];
    const along = 100 + (column + (oversampling - 1) / (2 * oversampling)) * 1.2 - 0.5;
    return Math.abs(255 * value - grey(along + row, along + row / 2));
  });
  // Levels are whole numbers, rounded down.
  expect(Math.max(...away)).toBeLessThan(1.1);
});

const extremes = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300];

describe.each([
  ['bilinear', 1, false],
  ['cubic', 1, true],
  ['means', 2, false],
])('what is left in memory shows nowhere: %s', (_, oversampling, enlarging) => {
  test.each([
    ...extremes.flatMap((place) => [
      [place, 3.5, 0, 1],
      [3.5, place, place, 1],
      [3.5, 3.5, 0, place],
      [3.5, 3.5, place, place],
    ]),
    // Along columns and rows and askew, across the border and back.
    [3.25, -30, 0.1, 9],
    [19.75, 20, -3, 0],
    [-40, 3.5, 9, 0.2],
    [-1, -1, 3, 3],
    [24, 19, -4, -3],
  ])('a column from (%d, %d) by steps of (%d, %d)', (...column) => {
    // A second one within the plane, and an odd number of them.
    const grid = [column, [8, 8, 0.1, 0.6], column].flatMap((each) => Array.from({ length: oversampling }, () => each).flat());
    const [zeros, ones] = [0, 255].map((value) => {
      openKernels(100_000).bytes.fill(value);
      return sample(grid, 9, oversampling, enlarging);
    });
    expect(ones).toEqual(zeros);
    expect(ones?.every(Number.isFinite)).toBe(true);
  });
});

describe.each([
  ['bilinear', false],
  ['cubic', true],
])('where there is no place, the border is shown: %s', (_, enlarging) => {
  test.each([
    [Number.NaN, [8, 10], [11, 11]],
    [Number.NEGATIVE_INFINITY, [8, 10], [11, 11]],
    [-1e300, [8, 10], [11, 11]],
    [Number.POSITIVE_INFINITY, [65, 67], [41, 41]],
    [1e300, [65, 67], [41, 41]],
  ])('a column at %d', (place, beside, below) => {
    expect(sample([place, 3.5, 0, 1], 2, 1, enlarging)).toEqual(beside);
    expect(sample([3.5, place, 0, 1], 2, 1, enlarging)).toEqual(below);
  });
});

test('a column in no place asks for all rows: others of its grid are read beside it', () => {
  const grid = Float64Array.from([8, 8, 0, 1, 8, Number.NaN, 0, 1]);
  expect(rowsOfGrid(grid, 4)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  const makeRows = (row: number, end: number, to: Uint8Array) => to.fill(100, row * 20, end * 20);
  const plane = createLazyPlane({ width: 20, height: 20, rowsAtOnce: 1, makeRows });
  const target = { data: new Float32Array(8), offset: 0, width: 2, height: 4 };
  sampleColumns(plane.rows(...rowsOfGrid(grid, 4)), grid, target, 1, false);
  expect([...target.data].map((grey) => Math.round(255 * grey))).toEqual(Array(8).fill(100));
});

test('a step that is no number leads to the border', () => {
  expect(sample([3.5, 3.5, 0, Number.NaN], 3, 1, true)).toEqual([17, 11, 11]);
  expect(sample([3.5, 3.5, Number.NaN, 1], 3, 1, true)).toEqual([17, 10, 12]);
});

test.each([
  ['bilinear', false],
  ['cubic', true],
])('a column that stays where it is shows one place: %s', (_, enlarging) => {
  // Far from the plane's first column, whose pixels are not copied.
  const [width, height] = [5000, 100];
  const plane = { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => (at % width) / 20) };
  const data = new Float32Array(4);
  sampleColumns(plane, Float64Array.of(4010.5, 50.5, 0, 0), { data, offset: 0, width: 1, height: 4 }, 1, enlarging);
  expect([...data].map((value) => Math.round(value * 255))).toEqual([200, 200, 200, 200]);
});

test.each([-200, -1e6, -1e8, 1e8])('however far a column lies outside, the border is repeated there: %d', (place) => {
  const [near] = sample([7.8, -3, 0, 0], 1, 1, true);
  const [far] = sample([7.8, place, 0, 1], 1, 1, true);
  const [bottom] = sample([7.8, 19, 0, 0], 1, 1, true);
  expect(far).toBe(place < 0 ? near : bottom);
});
