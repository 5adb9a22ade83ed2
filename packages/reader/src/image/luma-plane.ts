import { allRows, createLazyPlane, type GreyPlane, type LazyPlane, wholePlane } from './plane.ts';

/**
 * Interleaved pixels, 8 bits a channel: 1 or 2 channels are grey, 3 or 4 are red, green and blue.
 * The second or fourth channel is alpha, which is ignored.
 */
export type InterleavedPixels = { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly channels: number };

/**
 * Brightness with the weights of ITU-R BT.601, applied to the encoded values. Converting through
 * linear light, as libvips does, takes four times as long and reads no better.
 */
export function lumaPlane(pixels: InterleavedPixels): GreyPlane {
  return allRows(lazyLumaPlane(pixels));
}

/** The same, each row computed when it is first asked for. */
export function lazyLumaPlane(pixels: InterleavedPixels): LazyPlane {
  const { width, height } = pixels;
  if (pixels.channels === 1) return wholePlane({ data: pixels.data, width, height });
  return createLazyPlane({ width, height, rowsAtOnce: 1, makeRows: (row, _, to) => makeRow(pixels, row, to) });
}

function makeRow({ data: from, width, channels }: InterleavedPixels, row: number, to: Uint8Array): void {
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const end = (row + 1) * width;
  for (let at = row * width, i = at * channels; at < end; at++, i += channels) {
    to[at] = (77 * from[i]! + 150 * from[i + green]! + 29 * from[i + blue]! + 128) >> 8;
  }
}

/**
 * Half as wide and high, rounded down (never below 1): what halving {@link lumaPlane} gives, apart
 * from rounding, without computing the full plane.
 */
export function halvedLumaPlane({ data: from, width: fullWidth, height: fullHeight, channels }: InterleavedPixels): GreyPlane {
  const width = Math.max(1, fullWidth >> 1);
  const height = Math.max(1, fullHeight >> 1);
  const right = fullWidth > 1 ? channels : 0;
  const below = fullHeight > 1 ? fullWidth * channels : 0;
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, i = 2 * y * fullWidth * channels; x < width; x++, i += 2 * channels) {
      const j = i + below;
      const reds = from[i]! + from[i + right]! + from[j]! + from[j + right]!;
      const greens = from[i + green]! + from[i + green + right]! + from[j + green]! + from[j + green + right]!;
      const blues = from[i + blue]! + from[i + blue + right]! + from[j + blue]! + from[j + blue + right]!;
      data[at++] = (77 * reds + 150 * greens + 29 * blues + 512) >> 10;
    }
  }
  return { data, width, height };
}
