import type { FlatPage } from '../page/flatten-page.ts';

/** Half of the square around a pixel that tells what is dark there, millimetres. */
const reach = 2.2;
/**
 * Ink is darker than the mean around it by so many standard deviations, and by so much at least.
 */
const minDeviations = [0.35, 1.05] as const;
const minContrast = 0.035;

/**
 * The pixels of a page that are darker than what is around them (Niblack 1986, with a least
 * contrast): 0 paper, 1 ink, 2 ink that is dark enough to stand out from guilloche and pictures.
 */
export function findInk({ data, width, height, scale }: FlatPage): Uint8Array {
  const radius = Math.round(reach * scale);
  const ink = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  const add = (y: number, sign: number) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = data[at]!;
      sums[x]! += sign * value;
      squares[x]! += sign * value * value;
    }
  };
  for (let y = 0; y < Math.min(radius, height); y++) add(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) add(y + radius, 1);
    if (y - radius - 1 >= 0) add(y - radius - 1, -1);
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    markRow(data.subarray(y * width, (y + 1) * width), { sums, squares, rows, radius }, ink.subarray(y * width, (y + 1) * width));
  }
  return ink;
}

/** Sums over the rows around a row, for each column. */
type Around = { readonly sums: Float64Array; readonly squares: Float64Array; readonly rows: number; readonly radius: number };

function markRow(row: Float32Array, { sums, squares, rows, radius }: Around, ink: Uint8Array): void {
  const width = row.length;
  let [sum, square, columns] = [0, 0, 0];
  const add = (x: number, sign: number) => {
    if (x < 0 || x >= width) return;
    sum += sign * sums[x]!;
    square += sign * squares[x]!;
    columns += sign;
  };
  for (let x = 0; x < radius; x++) add(x, 1);
  for (let x = 0; x < width; x++) {
    add(x + radius, 1);
    add(x - radius - 1, -1);
    const count = rows * columns;
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, square / count - mean * mean));
    const depth = mean - row[x]!;
    if (depth > Math.max(minContrast, minDeviations[0] * deviation)) ink[x] = depth > minDeviations[1] * deviation ? 2 : 1;
  }
}
