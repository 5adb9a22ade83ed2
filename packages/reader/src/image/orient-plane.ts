import { createLazyPlane, type GreyPlane, type LazyPlane, wholePlane } from './plane.ts';

/**
 * EXIF orientations (CIPA DC-008, tag 0x0112) in which the stored rows are columns of the picture,
 * and in which its columns or rows are stored backwards.
 */
const transposed = [5, 6, 7, 8];
const columnsBackwards = [2, 3, 7, 8];
const rowsBackwards = [3, 4, 6, 7];

/**
 * Pixels are moved in squares with this side: otherwise a row that is made from a column would
 * fetch one cache line for each of its pixels.
 */
const squareSide = 64;

/**
 * A stored plane the right way up, each row computed when it is first asked for.
 *
 * @param orientation EXIF's 1 to 8; any other value leaves the plane as it is
 */
export function orientPlane(stored: GreyPlane, orientation: number): LazyPlane {
  const isTransposed = transposed.includes(orientation);
  const isBackwards = { columns: columnsBackwards.includes(orientation), rows: rowsBackwards.includes(orientation) };
  if (!isTransposed && !isBackwards.columns && !isBackwards.rows) return wholePlane(stored);
  const toNextColumn = isBackwards.columns ? -1 : 1;
  const toNextRow = isBackwards.rows ? -stored.width : stored.width;
  const start = (isBackwards.columns ? stored.width - 1 : 0) + (isBackwards.rows ? (stored.height - 1) * stored.width : 0);
  const [across, down] = isTransposed ? [toNextRow, toNextColumn] : [toNextColumn, toNextRow];
  const [width, height] = isTransposed ? [stored.height, stored.width] : [stored.width, stored.height];
  const makeRows = (from: number, to: number, pixels: Uint8Array) => {
    for (let left = 0; left < width; left += squareSide) {
      const right = Math.min(width, left + squareSide);
      for (let y = from; y < to; y++) {
        const end = y * width + right;
        for (let at = y * width + left, i = start + y * down + left * across; at < end; at++, i += across) pixels[at] = stored.data[i]!;
      }
    }
  };
  return createLazyPlane({ width, height, rowsAtOnce: squareSide, makeRows });
}
