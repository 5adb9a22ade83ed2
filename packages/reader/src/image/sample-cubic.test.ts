import { expect, test } from 'vitest';
import { openKernels } from './kernels/open-kernels.ts';
import { sampleColumns } from './sample-columns.ts';

const [width, height] = [64, 64];
/** Waves in two directions, as print has edges in all. */
const waves = {
  width,
  height,
  data: Uint8Array.from(
    { length: width * height },
    (_, at) => 128 + 60 * Math.sin((at % width) / 3) + 50 * Math.cos(Math.floor(at / width) / 4),
  ),
};

/** The picture that the plane was taken from, at a point of it. */
const grey = (x: number, y: number) => (128 + 60 * Math.sin((x - 0.5) / 3) + 50 * Math.cos((y - 0.5) / 4)) / 255;

test.each([
  ['down', 30, 10, 0.05, 0.6],
  ['up', 30, 50, 0.2, -0.6],
  ['to the right', 10, 30, 0.6, 0.1],
  ['to the left', 50, 30, -0.6, 0.25],
  ['askew', 20, 15, 0.5, 0.5],
  ['along the border', 1.5, 10, 0, 0.7],
])('a column that runs %s shows what the plane shows there', (_, x, y, stepX, stepY) => {
  const data = new Float32Array(40);
  sampleColumns(waves, Float64Array.of(x, y, stepX, stepY), { data, offset: 0, width: 1, height: 40 }, 1, true);
  data.forEach((value, row) => {
    expect(Math.abs(value - grey(x + stepX * row, y + stepY * row))).toBeLessThan(0.012);
  });
});

test('steps that are added up may end a little beyond where they should', () => {
  const step = -1 / 3;
  const [x, y, rows] = [20.5, 9.5, 4];
  const data = new Float32Array(rows);
  sampleColumns(waves, Float64Array.of(x, y, 0, step), { data, offset: 0, width: 1, height: rows }, 1, true);
  data.forEach((value, row) => {
    expect(Math.abs(value - grey(x, y + step * row))).toBeLessThan(0.012);
  });
});

test('columns are walked down in pairs, but none depends on its neighbour', () => {
  // Along columns, along rows, askew and across the border, in all orders; steps of many lengths.
  const columns = Array.from({ length: 60 }, (_, at) => {
    const [angle, step] = [at * at * 0.37, 0.15 + 0.02 * (at % 30)];
    return [20 + ((at * 17) % 25), 20 + ((at * 11) % 25), step * Math.cos(angle), step * Math.sin(angle)];
  });
  const sampled = (grid: number[][]) => {
    const target = { data: new Float32Array(40 * grid.length), offset: 0, width: grid.length, height: 40 };
    sampleColumns(waves, Float64Array.from(grid.flat()), target, 1, true);
    return target.data;
  };
  const together = sampled(columns);
  columns.forEach((column, at) => {
    expect([...sampled([column])]).toEqual([...together.filter((_, index) => index % columns.length === at)]);
  });
});

test('around its border a plane is like one that goes on as it ends', () => {
  const margin = 12;
  const wide = width + 2 * margin;
  const within = (index: number) => Math.min(Math.max(index - margin, 0), width - 1);
  const data = Uint8Array.from({ length: wide * wide }, (_, at) => waves.data[within(Math.floor(at / wide)) * width + within(at % wide)]!);
  const grid = Float64Array.of(-3.3, 9.2, 0.31, 0.29, 61.5, -4.7, 0.21, 0.25, 30.1, 55.3, 0.4, 0.39, 67.9, 60.2, -0.3, 0.4);
  const shifted = grid.map((value, at) => value + (at % 4 < 2 ? margin : 0));
  const [bordered, whole] = [new Float32Array(80), new Float32Array(80)];
  sampleColumns(waves, grid, { data: bordered, offset: 0, width: 4, height: 20 }, 1, true);
  sampleColumns({ width: wide, height: wide, data }, shifted, { data: whole, offset: 0, width: 4, height: 20 }, 1, true);
  bordered.forEach((value, at) => {
    expect(value).toBeCloseTo(whole[at]!, 5);
  });
});

test('a column that meets more rows than are interpolated beforehand shows the same as in two halves', () => {
  const tall = { width: 9, height: 9000, data: Uint8Array.from({ length: 81_000 }, (_, at) => (at * at) % 251) };
  const sampled = (y: number, rows: number) => {
    const data = new Float32Array(rows);
    sampleColumns(tall, Float64Array.of(4.25, y, 0, 8), { data, offset: 0, width: 1, height: rows }, 1, true);
    return [...data];
  };
  const [upper, lower] = [sampled(4.75, 500), sampled(4004.75, 500)];
  expect(sampled(4.75, 1000)).toEqual([...upper, ...lower]);
});

test('beside a column that meets thousands of rows, one that meets few at the end reads none beyond', () => {
  const tall = { width: 90, height: 4100, data: Uint8Array.from({ length: 369_000 }, (_, at) => (at * at) % 251) };
  const [long, short] = [
    [80, 20.25, 0, 8],
    [10, 4040.25, 0, 0.0625],
  ] as const;
  const sampled = (...columns: (readonly number[])[]) => {
    // What one large picture needed is not kept: memory ends soon behind what is asked for.
    openKernels(20_000_000);
    const target = { data: new Float32Array(500 * columns.length), offset: 0, width: columns.length, height: 500 };
    sampleColumns(tall, Float64Array.from(columns.flat()), target, 1, true);
    return target.data;
  };
  const [left, right] = [sampled(long), sampled(short)];
  expect([...sampled(long, short)]).toEqual([...left].flatMap((value, row) => [value, right[row]]));
});

test.each([
  ['down', 0, 1],
  ['to the right', 1, 0],
])('columns that run %s keep to the memory for what they meet', (_, right, down) => {
  const [side, room, rows] = [110, 64, 128];
  // Columns that meet from a few rows less than there is room for to a few more.
  for (let step = 0.4; step < 0.6; step += 1 / 512) {
    const { kernels, bytes, doubles, areas } = openKernels(side * side, 64, 8 * rows, 16 * room);
    const [plane, grid, target, crossings] = areas as [number, number, number, number];
    bytes.fill(255);
    for (const column of [0, 1]) doubles.set([20.5, 20.5, right * step, down * step], grid / 8 + 4 * column);
    kernels.sampleCubic(plane, side, side, side, grid, 2, target, rows, crossings, room);
    const behind = crossings + 16 * room;
    expect(bytes.subarray(behind, behind + 1024).every((byte) => byte === 255)).toBe(true);
  }
});
