import { openKernels } from '../../image/kernels/open-kernels.ts';
import type { FlatPage } from '../page/flatten-page.ts';
import { findDarkest } from './find-darkest.ts';

/** Half of the square around a pixel that tells what is dark there, millimetres. */
const reach = 2.2;
/** Shades of ink that `findInk` tells apart. */
export const inkShades = 4;

/**
 * The pixels of a page that are darker than what is around them (Niblack 1986, with a least
 * contrast): 0 paper, 1 ink, 2 ink that is dark enough to stand out from guilloche and pictures, 3
 * and 4 ink that is nearer and nearer to the darkest around. Thresholds stand in
 * packages/reader/assembly/mark-ink.ts.
 */
export function findInk(page: FlatPage): Uint8Array {
  const { data, width, height, scale } = page;
  const radius = Math.round(reach * scale);
  const block = Math.max(2, Math.round(scale));
  const darkestOfRow = findDarkest(page, block, reach);
  const columns = width + 2 * radius + 1;
  const opened = openKernels(4 * data.length, 4 * width, 16 * columns, 8 * width, 4 * width, data.length);
  const [pixels, blank, sums, columnReciprocals, darkestAround, ink] = opened.areas as [number, number, number, number, number, number];
  const { kernels, bytes, floats, doubles } = opened;
  floats.set(data, pixels / 4);
  // Nothing lies outside the page: it adds nothing to the sums.
  floats.fill(0, blank / 4, blank / 4 + width);
  doubles.fill(0, sums / 8, sums / 8 + 2 * columns);
  for (let x = 0; x < width; x++) doubles[columnReciprocals / 8 + x] = 1 / countWithin(x, radius, width);
  const rowAt = (y: number) => (y >= 0 && y < height ? pixels + 4 * y * width : blank);
  for (let y = -radius; y < height; y++) {
    kernels.moveSums(rowAt(y + radius), rowAt(y - radius - 1), sums + 16 * (radius + 1), width);
    if (y < 0) continue;
    if (y % block === 0) spreadOver(floats.subarray(darkestAround / 4, darkestAround / 4 + width), darkestOfRow(y), block);
    kernels.markInk(rowAt(y), sums, radius, columnReciprocals, 1 / countWithin(y, radius, height), darkestAround, ink + y * width, width);
  }
  return bytes.slice(ink, ink + data.length);
}

/** How many places of `length` lie within a radius around one. */
function countWithin(at: number, radius: number, length: number): number {
  return Math.min(length - 1, at + radius) - Math.max(0, at - radius) + 1;
}

/** Gives each pixel of a row the value of its block. */
function spreadOver(row: Float32Array, values: Float32Array, block: number): void {
  for (let column = 0; column < values.length; column++) row.fill(values[column]!, column * block, (column + 1) * block);
}
