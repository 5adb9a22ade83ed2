import { openKernels } from '../../image/kernels/open-kernels.ts';
import type { FlatPage } from '../page/flatten-page.ts';

/**
 * How dark the darkest pixels are in the blocks around each block of a page, by the mean of two
 * pixels side by side: a single one may be noise.
 *
 * @param block pixels of a block's side
 * @param reach in blocks, rounded
 * @returns what tells, for a row `y` of pixels, grey 0..1 for each block of the row of blocks that
 *   holds it
 */
export function findDarkest({ data, width, height }: FlatPage, block: number, reach: number): (y: number) => Float32Array {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const own = new Float32Array(columns * rows);
  const { kernels, floats, areas } = openKernels(4 * block * width, 4 * width);
  const [pixels, least] = areas as [number, number];
  for (let row = 0; row < rows; row++) {
    const some = data.subarray(row * block * width, (row + 1) * block * width);
    floats.set(some, pixels / 4);
    kernels.leastPairs(pixels, width, some.length / width, least);
    // The last pixel of a row has none beside it.
    const pairs = floats.subarray(least / 4, least / 4 + width - 1);
    for (let column = 0; column < columns; column++) own[row * columns + column] = leastOf(pairs, column * block, (column + 1) * block) / 2;
  }
  const radius = Math.round(reach);
  const across = spread(own, columns, rows, radius, 1, columns);
  const both = spread(across, rows, columns, radius, columns, 1);
  return (y) => both.subarray(((y / block) | 0) * columns, ((y / block) | 0) * columns + columns);
}

/**
 * The least of the sums of two from one to before another; 2, two pixels of paper, if there is
 * none.
 */
function leastOf(sums: Float32Array, from: number, to: number): number {
  let least = 2;
  const end = Math.min(to, sums.length);
  for (let at = from; at < end; at++) least = Math.min(least, sums[at]!);
  return least;
}

/** The least within `radius` along one axis of a grid, whose cells lie `step` apart on it. */
function spread(values: Float32Array, length: number, lines: number, radius: number, step: number, lineStep: number): Float32Array {
  const least = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let low = 1;
      const last = Math.min(length - 1, at + radius);
      for (let near = Math.max(0, at - radius); near <= last; near++) low = Math.min(low, values[line * lineStep + near * step]!);
      least[line * lineStep + at * step] = low;
    }
  }
  return least;
}
