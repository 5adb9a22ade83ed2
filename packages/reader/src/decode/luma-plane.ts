import type { GreyPlane } from '../geometry/grey-plane.ts';

/** Interleaved pixels, 8 bits a channel: 1 or 2 channels are grey, 3 or 4 red, green and blue; a last alpha channel is ignored. */
export type InterleavedPixels = { readonly data: Uint8Array; readonly width: number; readonly height: number; readonly channels: number };

/**
 * Brightness with the weights of ITU-R BT.601. On the encoded values: through linear light, as libvips converts, it takes four times as
 * long and serves no reader.
 */
export function lumaPlane(pixels: InterleavedPixels): GreyPlane {
  const { data: from, width, height, channels } = pixels;
  if (channels === 1) return { data: from, width, height };
  const data = new Uint8Array(width * height);
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  for (let at = 0, i = 0; at < data.length; at++, i += channels) {
    data[at] = (77 * from[i]! + 150 * from[i + green]! + 29 * from[i + blue]! + 128) >> 8;
  }
  return { data, width, height };
}
