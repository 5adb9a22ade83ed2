import type { FlatPage } from '../page/flatten-page.ts';

/** The darkest that is around each block of a page. */
export type Darkest = {
  /** Pixels of a block's side. */
  readonly block: number;
  /** For each block of the row of blocks that holds the pixels' row `y`. */
  row(y: number): Float32Array;
};

/**
 * How dark the darkest pixels are in the blocks around each block of a page, by the mean of two
 * pixels side by side: a single one may be noise.
 *
 * @param reach in blocks, rounded
 */
export function findDarkest({ data, width, height }: FlatPage, block: number, reach: number): Darkest {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const own = new Float32Array(columns * rows).fill(1);
  for (let y = 0; y < height; y++) {
    const to = ((y / block) | 0) * columns;
    const from = y * width;
    for (let column = 0; column < columns; column++) {
      const end = Math.min((column + 1) * block, width - 1);
      let least = 2 * own[to + column]!;
      for (let x = column * block; x < end; x++) {
        const value = data[from + x]! + data[from + x + 1]!;
        if (value < least) least = value;
      }
      own[to + column] = least / 2;
    }
  }
  const radius = Math.round(reach);
  const across = spread(own, columns, rows, radius, 1, columns);
  const both = spread(across, rows, columns, radius, columns, 1);
  return { block, row: (y) => both.subarray(((y / block) | 0) * columns, ((y / block) | 0) * columns + columns) };
}

/** The least within `radius` along one axis of a grid, whose cells lie `step` apart on it. */
function spread(values: Float32Array, length: number, lines: number, radius: number, step: number, lineStep: number): Float32Array {
  const least = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let low = 1;
      for (let near = Math.max(0, at - radius); near <= Math.min(length - 1, at + radius); near++) {
        const value = values[line * lineStep + near * step]!;
        if (value < low) low = value;
      }
      least[line * lineStep + at * step] = low;
    }
  }
  return least;
}
