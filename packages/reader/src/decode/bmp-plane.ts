import { decode } from 'bmp-ts';
import type { ColourPlane } from '../geometry/colour-plane.ts';
import type { GreyPlane } from '../geometry/grey-plane.ts';
import { colourPlane } from './colour-plane.ts';
import { type InterleavedPixels, lumaPlane } from './luma-plane.ts';

/** Where the header keeps the size (BITMAPINFOHEADER; a negative height means rows from the top). */
const widthAt = 18;
const heightAt = 22;
const headerBytes = 26;

/**
 * The size that a BMP file's header gives, without touching its pixels.
 *
 * @throws RangeError when the file ends before
 */
export function readBmpSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  if (bytes.length < headerBytes) throw new RangeError('The file ends within its header.');
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const width = header.getInt32(widthAt, true);
  const height = Math.abs(header.getInt32(heightAt, true));
  if (width <= 0 || height === 0) throw new RangeError(`A picture cannot be ${width} x ${height} pixels.`);
  return { width, height };
}

/**
 * The grey plane of a BMP file, 1 to 32 bits a pixel.
 *
 * @throws Error when the file is damaged or cut off
 */
export function decodeBmpPlane(bytes: Uint8Array): GreyPlane {
  return lumaPlane(decodePixels(bytes));
}

/** The same file in colour. */
export function decodeBmpColours(bytes: Uint8Array): ColourPlane {
  // What would be transparency is often left at 0 in files that have none: it is not heeded.
  const { data, width, height } = decodePixels(bytes);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return colourPlane({ data, width, height, channels: 4 });
}

function decodePixels(bytes: Uint8Array): InterleavedPixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { width, height, data, rawSize = 0, offset = 0, compression } = decode(file, { toRGBA: true });
  // The library reads zeros behind the end of a file: a plain bitmap that is cut off must be told by its size.
  if (compression === 0 && offset + rawSize > bytes.length) throw new RangeError('The file ends within its pixels.');
  return { data, width, height: Math.abs(height), channels: 4 };
}
