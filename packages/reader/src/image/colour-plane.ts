import type { InterleavedPixels } from './luma-plane.ts';

/** Interleaved red, green and blue, 0..255, row by row from the top left corner. */
export type ColourPlane = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** The colours of interleaved pixels, 8 bits a channel; transparent ones are blended with white. */
export function colourPlane({ data: from, width, height, channels }: InterleavedPixels): ColourPlane {
  if (channels === 3) return { data: from, width, height };
  const data = new Uint8Array(width * height * 3);
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  const alpha = channels % 2 === 0 ? channels - 1 : undefined;
  for (let at = 0, i = 0; at < data.length; at += 3, i += channels) {
    const opacity = alpha === undefined ? 255 : from[i + alpha]!;
    const white = 255 - opacity;
    data[at] = white + (from[i]! * opacity) / 255;
    data[at + 1] = white + (from[i + green]! * opacity) / 255;
    data[at + 2] = white + (from[i + blue]! * opacity) / 255;
  }
  return { data, width, height };
}
