import { expect, test } from 'vitest';
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
