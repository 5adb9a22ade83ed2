import {
  type ColourPlane,
  colourPlane,
  type GreyPlane,
  type InterleavedPixels,
  lumaPlane,
  readBmpSize,
  wholePlane,
} from '@ocr-web/reader/engine';
import { decode } from 'bmp-ts';
import { type OpenFile, singlePage } from './page-source.ts';

/** Opens a BMP. */
export const openBmp: OpenFile = (bytes) =>
  Promise.resolve(
    singlePage({
      ...readBmpSize(bytes),
      coarsestDecoded: 0,
      decodePlane: () => Promise.resolve(wholePlane(decodeBmpPlane(bytes))),
      decodeColours: () => Promise.resolve(decodeBmpColours(bytes)),
    }),
  );

/**
 * The grey plane of a BMP file, 1 to 32 bits a pixel.
 *
 * @throws Error when the file is damaged or cut off
 */
function decodeBmpPlane(bytes: Uint8Array): GreyPlane {
  return lumaPlane(decodePixels(bytes));
}

/** The same file in colour. */
function decodeBmpColours(bytes: Uint8Array): ColourPlane {
  // What would be transparency is often left at 0 in files that have none: it is not heeded.
  const { data, width, height } = decodePixels(bytes);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return colourPlane({ data, width, height, channels: 4 });
}

function decodePixels(bytes: Uint8Array): InterleavedPixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { width, height, data, rawSize = 0, offset = 0, compression } = decode(file, { toRGBA: true });
  // The library reads zeros behind the end of a file: a plain bitmap that is cut off must be told
  // by its size.
  if (compression === 0 && offset + rawSize > bytes.length) throw new RangeError('The file ends within its pixels.');
  return { data, width, height: Math.abs(height), channels: 4 };
}
