import { allRows, type GradualPlane, wholePlane } from '../geometry/gradual-plane.ts';
import type { GreyPlane } from '../geometry/grey-plane.ts';

/** Interleaved pixels, 8 bits a channel: 1 or 2 channels are grey, 3 or 4 red, green and blue; a last alpha channel is ignored. */
export type InterleavedPixels = { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly channels: number };

/**
 * Brightness with the weights of ITU-R BT.601. On the encoded values: through linear light, as libvips converts, it takes four times as
 * long and serves no reader.
 */
export function lumaPlane(pixels: InterleavedPixels): GreyPlane {
  return allRows(gradualLumaPlane(pixels));
}

/** The same, each row when it is first asked for. */
export function gradualLumaPlane({ data: from, width, height, channels }: InterleavedPixels): GradualPlane {
  if (channels === 1) return wholePlane({ data: from, width, height });
  const data = new Uint8Array(width * height);
  const plane = { data, width, height };
  const isMade = new Uint8Array(height);
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const makeRow = (row: number) => {
    const end = (row + 1) * width;
    for (let at = row * width, i = at * channels; at < end; at++, i += channels) {
      data[at] = (77 * from[i]! + 150 * from[i + green]! + 29 * from[i + blue]! + 128) >> 8;
    }
  };
  return {
    width,
    height,
    rows: (first, last) => {
      // What lies beyond the border repeats the border's row.
      const end = Math.min(height, Math.max(1, last));
      for (let row = Math.max(0, Math.min(first, height - 1)); row < end; row++) {
        if (isMade[row] === 1) continue;
        makeRow(row);
        isMade[row] = 1;
      }
      return plane;
    },
  };
}

/** Half as wide and high, rounded down (never below 1): what halving {@link lumaPlane} gives, but for rounding, without making it. */
export function halvedLumaPlane({ data: from, width: fullWidth, height: fullHeight, channels }: InterleavedPixels): GreyPlane {
  const width = Math.max(1, fullWidth >> 1);
  const height = Math.max(1, fullHeight >> 1);
  const right = fullWidth > 1 ? channels : 0;
  const below = fullHeight > 1 ? fullWidth * channels : 0;
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const data = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, i = 2 * y * fullWidth * channels; x < width; x++, i += 2 * channels) {
      const [a, b, c, d] = [i, i + right, i + below, i + below + right];
      const reds = from[a]! + from[b]! + from[c]! + from[d]!;
      const greens = from[a + green]! + from[b + green]! + from[c + green]! + from[d + green]!;
      const blues = from[a + blue]! + from[b + blue]! + from[c + blue]! + from[d + blue]!;
      data[at++] = (77 * reds + 150 * greens + 29 * blues + 512) >> 10;
    }
  }
  return { data, width, height };
}
