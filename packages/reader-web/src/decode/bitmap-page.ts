import { colourPlane, createLazyPlane, type LazyPlane, lumaPlane, type PageSource } from '@ocr-web/reader/engine';
import type { ReadBitmapRows } from './read-bitmap-rows.ts';

/** Pixels that are taken from the browser at once: 4 MB of colours. */
const pixelsAtOnce = 1_000_000;

/**
 * A decoded picture or a frame of a camera as a page. Its brightness is computed row by row, where
 * it is looked at.
 */
export function bitmapPage(bitmap: ImageBitmap, readRows: ReadBitmapRows, pixelAspect?: number): PageSource {
  const { width, height } = bitmap;
  return {
    width,
    height,
    pixelAspect,
    coarsestDecoded: 0,
    decodePlane: () => Promise.resolve(layRows(bitmap, readRows)),
    decodeColours: () => Promise.resolve(colourPlane(readRows(bitmap, 0, height))),
  };
}

function layRows(bitmap: ImageBitmap, readRows: ReadBitmapRows): LazyPlane {
  const { width, height } = bitmap;
  const rowsAtOnce = Math.min(height, Math.max(1, Math.floor(pixelsAtOnce / width)));
  const makeRows = (from: number, to: number, pixels: Uint8Array) => {
    pixels.set(lumaPlane(readRows(bitmap, from, to)).data, from * width);
  };
  return createLazyPlane({ width, height, rowsAtOnce, makeRows });
}
