import { type GradualPlane, type GreyPlane, planeByRows, wholePlane } from './plane.ts';

/** Where EXIF says that the stored picture's rows and columns lie (CIPA DC-008, tag 0x0112): 6, say, starts at the right, its rows being columns. */
const turned = [5, 6, 7, 8];
const columnsBackwards = [2, 3, 7, 8];
const rowsBackwards = [3, 4, 6, 7];

/** Pixels are moved in squares of this side: a row that is made of a column would else fetch a line of the cache for each of its pixels. */
const squareSide = 64;

/**
 * A stored plane as it is looked at, its rows turned when they are first asked for.
 *
 * @param orientation 1 to 8 as EXIF counts them; anything else turns nothing
 */
export function orientPlane(stored: GreyPlane, orientation: number): GradualPlane {
  const isTurned = turned.includes(orientation);
  const isBackwards = { columns: columnsBackwards.includes(orientation), rows: rowsBackwards.includes(orientation) };
  if (!isTurned && !isBackwards.columns && !isBackwards.rows) return wholePlane(stored);
  const toNextColumn = isBackwards.columns ? -1 : 1;
  const toNextRow = isBackwards.rows ? -stored.width : stored.width;
  const start = (isBackwards.columns ? stored.width - 1 : 0) + (isBackwards.rows ? (stored.height - 1) * stored.width : 0);
  const [across, down] = isTurned ? [toNextRow, toNextColumn] : [toNextColumn, toNextRow];
  const [width, height] = isTurned ? [stored.height, stored.width] : [stored.width, stored.height];
  const makeRows = (from: number, to: number, pixels: Uint8Array) => {
    for (let left = 0; left < width; left += squareSide) {
      const right = Math.min(width, left + squareSide);
      for (let y = from; y < to; y++) {
        const end = y * width + right;
        for (let at = y * width + left, i = start + y * down + left * across; at < end; at++, i += across) pixels[at] = stored.data[i]!;
      }
    }
  };
  return planeByRows({ width, height, rowsAtOnce: squareSide, makeRows });
}
