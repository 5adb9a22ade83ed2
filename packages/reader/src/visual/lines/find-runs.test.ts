import { beforeEach, expect, test } from 'vitest';
import { openKernels } from '../../image/kernels/open-kernels.ts';
import { findRuns } from './find-runs.ts';

// What is left in memory shows nowhere: as ink these bytes are the darkest.
beforeEach(() => {
  openKernels(100_000).bytes.fill(255);
});

/** Shades 0 to 4, some alone and some in long runs, also over the ends of rows. */
function drawInk(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => ((at * at) >> 5) % 5);
}

/** Run by run, pixel by pixel. */
function runsOf(ink: Uint8Array, width: number, height: number, darkness: number): { edges: number[]; rows: number[] } {
  const edges: number[] = [];
  const rows = [0];
  for (let y = 0; y < height; y++) {
    const isInk = (x: number) => x >= 0 && x < width && ink[y * width + x]! >= darkness;
    for (let x = 0; x <= width; x++) if (isInk(x) !== isInk(x - 1)) edges.push(x);
    rows.push(edges.length / 2);
  }
  return { edges, rows };
}

test.each([1, 15, 16, 17, 32, 37, 100])('finds every run in rows of %i pixels, in each shade', (width) => {
  const ink = drawInk(width, 9);
  for (let darkness = 1; darkness <= 4; darkness++) {
    const { edges, rows } = findRuns(ink, width, 9, darkness);
    expect({ edges: [...edges], rows: [...rows] }).toEqual(runsOf(ink, width, 9, darkness));
  }
});

test.each([16, 21])('a row of %i pixels that is ink from end to end is one run', (width) => {
  expect(findRuns(new Uint8Array(2 * width).fill(2), width, 2, 1)).toEqual({
    edges: Int32Array.of(0, width, 0, width),
    rows: Int32Array.of(0, 1, 2),
  });
});
