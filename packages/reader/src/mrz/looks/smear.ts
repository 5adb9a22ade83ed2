/**
 * How light was smeared: by so many pixels (an odd number) along rows, along columns, down or up
 * along a diagonal, or in all directions at once, as a lens out of focus does.
 */
export type Smear = { readonly along: 'row' | 'column' | 'fall' | 'rise' | 'all'; readonly length: number };

/** A picture of one channel, row by row. */
type Size = { readonly width: number; readonly height: number };

/**
 * Smears a picture: every pixel becomes the mean of its neighbours along the direction, in all
 * directions that of a square. Time does not depend on the length.
 */
export function smearPixels(source: Float32Array, size: Size, { along, length }: Smear): Float32Array {
  if (along !== 'all') return averageAlong(source, size, along, length);
  return averageAlong(averageAlong(source, size, 'row', length), size, 'column', length);
}

function averageAlong(source: Float32Array, { width, height }: Size, along: Exclude<Smear['along'], 'all'>, length: number): Float32Array {
  const target = new Float32Array(source.length);
  const average = (start: number, stride: number, count: number) => averageLine(source, target, { start, stride, count }, length);
  if (along === 'row') for (let y = 0; y < height; y++) average(y * width, 1, width);
  else if (along === 'column') for (let x = 0; x < width; x++) average(x, width, height);
  else walkDiagonals(width, height, along === 'fall', average);
  return target;
}

type WalkLine = (start: number, stride: number, count: number) => void;

/** All diagonals that fall, or rise, to the right. */
function walkDiagonals(width: number, height: number, falls: boolean, walk: WalkLine): void {
  const stride = falls ? width + 1 : width - 1;
  for (let x = 0; x < width; x++) walk(x, stride, Math.min(height, falls ? width - x : x + 1));
  const side = falls ? 0 : width - 1;
  for (let y = 1; y < height; y++) walk(y * width + side, stride, Math.min(width, height - y));
}

type Line = { readonly start: number; readonly stride: number; readonly count: number };

/** A moving average; beyond its ends the line repeats its last pixels. */
function averageLine(source: Float32Array, target: Float32Array, { start, stride, count }: Line, length: number): void {
  const reach = (length - 1) / 2;
  const last = count - 1;
  let sum = 0;
  for (let at = -reach; at <= reach; at++) sum += source[start + stride * Math.min(last, Math.max(0, at))]!;
  for (let at = 0; at < count; at++) {
    target[start + stride * at] = sum / length;
    sum += source[start + stride * Math.min(last, at + reach + 1)]! - source[start + stride * Math.max(0, at - reach)]!;
  }
}
