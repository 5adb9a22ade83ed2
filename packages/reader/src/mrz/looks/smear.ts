/**
 * How light was smeared: by so many pixels (an odd number) along rows, along columns, down or up
 * along a diagonal, or in all directions at once, as a lens out of focus does.
 */
export type Smear = { readonly along: 'row' | 'column' | 'fall' | 'rise' | 'all'; readonly length: number };

/** A picture of one channel, row by row. */
type Size = { readonly width: number; readonly height: number };

/** Memory as large as the picture: for the result, and for what lies between two passes. */
export type SmearMemory = { readonly target: Float32Array; readonly between: Float32Array };

export function newSmearMemory({ width, height }: Size): SmearMemory {
  return { target: new Float32Array(width * height), between: new Float32Array(width * height) };
}

/**
 * Smears a picture: every pixel becomes the mean of its neighbours along the direction, in all
 * directions that of a square. Time does not depend on the length.
 *
 * @param memory of the same size; not the source's
 * @returns the target
 */
export function smearPixels(source: Float32Array, size: Size, { along, length }: Smear, memory = newSmearMemory(size)): Float32Array {
  const { target, between } = memory;
  if (along === 'all') averageRows(source, between, size, length);
  if (along === 'all') averageColumns(between, target, size, length);
  else if (along === 'column') averageColumns(source, target, size, length);
  else if (along === 'row') averageRows(source, target, size, length);
  else averageDiagonals(source, target, size, along === 'fall', length);
  return target;
}

function averageRows(source: Float32Array, target: Float32Array, { width, height }: Size, length: number): void {
  for (let y = 0; y < height; y++) averageLine(source, target, y * width, 1, width, length);
}

/** All diagonals that fall, or rise, to the right. */
function averageDiagonals(source: Float32Array, target: Float32Array, { width, height }: Size, falls: boolean, length: number): void {
  const stride = falls ? width + 1 : width - 1;
  for (let x = 0; x < width; x++) averageLine(source, target, x, stride, Math.min(height, falls ? width - x : x + 1), length);
  const side = falls ? 0 : width - 1;
  for (let y = 1; y < height; y++) averageLine(source, target, y * width + side, stride, Math.min(width, height - y), length);
}

/** A moving average; beyond its ends the line repeats its last pixels. */
function averageLine(source: Float32Array, target: Float32Array, start: number, stride: number, count: number, length: number): void {
  const reach = (length - 1) / 2;
  const last = count - 1;
  let sum = 0;
  for (let at = -reach; at <= reach; at++) sum += source[start + stride * Math.min(last, Math.max(0, at))]!;
  for (let at = 0; at < count; at++) {
    target[start + stride * at] = sum / length;
    sum += source[start + stride * Math.min(last, at + reach + 1)]! - source[start + stride * Math.max(0, at - reach)]!;
  }
}

/** The same for all columns at once, row by row as they lie in memory. */
function averageColumns(source: Float32Array, target: Float32Array, { width, height }: Size, length: number): void {
  const reach = (length - 1) / 2;
  const rowAt = (y: number) => Math.min(height - 1, Math.max(0, y)) * width;
  const sums = new Float64Array(width);
  for (let y = -reach; y <= reach; y++) {
    const row = rowAt(y);
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + source[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const entering = rowAt(y + reach + 1);
    const leaving = rowAt(y - reach);
    for (let x = 0; x < width; x++) {
      const sum = sums[x]!;
      target[row + x] = sum / length;
      sums[x] = sum + (source[entering + x]! - source[leaving + x]!);
    }
  }
}
