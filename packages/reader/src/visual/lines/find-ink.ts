import type { FlatPage } from '../page/flatten-page.ts';
import { findDarkest } from './find-darkest.ts';

/** Half of the square around a pixel that tells what is dark there, millimetres. */
const reach = 2.2;
/**
 * Ink is darker than the mean around it by so many standard deviations, and by so much at least.
 */
const minDeviations = [0.35, 1.05] as const;
const minContrast = 0.035;
/** Shares of the way from the mean to the darkest around: values are printed darkest of all. */
const minShares = [0.45, 0.66] as const;
/** Shades of ink that `findInk` tells apart. */
export const inkShades = 4;

/**
 * The pixels of a page that are darker than what is around them (Niblack 1986, with a least
 * contrast): 0 paper, 1 ink, 2 ink that is dark enough to stand out from guilloche and pictures, 3
 * and 4 ink that is nearer and nearer to the darkest around.
 */
export function findInk(page: FlatPage): Uint8Array {
  const { data, width, height, scale } = page;
  const radius = Math.round(reach * scale);
  const ink = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  const darkest = findDarkest(page, Math.max(2, Math.round(scale)), reach);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(data, y * width, sums, squares);
  for (let y = 0; y < height; y++) {
    const [next, last] = [y + radius, y - radius - 1];
    if (next < height && last >= 0) moveRow(data, next * width, last * width, sums, squares);
    else if (next < height) addRow(data, next * width, sums, squares);
    else if (last >= 0) takeRow(data, last * width, sums, squares);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    const around = { sums, squares, rows, radius, darkest: darkest.row(y), block: darkest.block };
    markRow(data.subarray(y * width, (y + 1) * width), around, ink.subarray(y * width, (y + 1) * width));
  }
  return ink;
}

function addRow(data: Float32Array, from: number, sums: Float64Array, squares: Float64Array): void {
  for (let x = 0; x < sums.length; x++) {
    const value = data[from + x]!;
    sums[x]! += value;
    squares[x]! += value * value;
  }
}

function takeRow(data: Float32Array, from: number, sums: Float64Array, squares: Float64Array): void {
  for (let x = 0; x < sums.length; x++) {
    const value = data[from + x]!;
    sums[x]! -= value;
    squares[x]! -= value * value;
  }
}

/** Adds one row and takes another in one pass. */
function moveRow(data: Float32Array, from: number, last: number, sums: Float64Array, squares: Float64Array): void {
  for (let x = 0; x < sums.length; x++) {
    const value = data[from + x]!;
    const taken = data[last + x]!;
    sums[x]! += value - taken;
    squares[x]! += value * value - taken * taken;
  }
}

/**
 * Sums over the rows around a row, for each column, and the darkest around for each block of
 * columns.
 */
type Around = {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly rows: number;
  readonly radius: number;
  readonly darkest: Float32Array;
  readonly block: number;
};

function markRow(row: Float32Array, { sums, squares, rows, radius, darkest, block }: Around, ink: Uint8Array): void {
  const width = row.length;
  let sum = 0;
  let square = 0;
  for (let x = 0; x < Math.min(radius, width); x++) {
    sum += sums[x]!;
    square += squares[x]!;
  }
  for (let x = 0; x < width; x++) {
    if (x + radius < width) {
      sum += sums[x + radius]!;
      square += squares[x + radius]!;
    }
    if (x > radius) {
      sum -= sums[x - radius - 1]!;
      square -= squares[x - radius - 1]!;
    }
    const columns = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
    const count = rows * columns;
    const mean = sum / count;
    const depth = mean - row[x]!;
    if (depth <= minContrast) continue;
    const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
    if (depth <= minDeviations[0] * deviation) continue;
    const share = depth / (mean - darkest[(x / block) | 0]!);
    ink[x] = depth <= minDeviations[1] * deviation ? 1 : share <= minShares[0] ? 2 : share <= minShares[1] ? 3 : 4;
  }
}
