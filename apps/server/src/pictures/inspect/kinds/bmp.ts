import type { PictureFacts } from './picture-facts.ts';

const mediaType = 'image/bmp';
const headerBytes = 34;

/** Reads the size of a BMP and whether its rows are all there (BITMAPFILEHEADER and BITMAPINFOHEADER; a negative height means rows from the top). */
export function inspectBmp(bytes: Buffer): PictureFacts {
  if (bytes.length < headerBytes) return { mediaType, truncated: true };
  const width = Math.abs(bytes.readInt32LE(18));
  const height = Math.abs(bytes.readInt32LE(22));
  const rowBytes = Math.ceil((width * bytes.readUInt16LE(28)) / 32) * 4;
  const isCompressed = bytes.readUInt32LE(30) !== 0;
  return { mediaType, width, height, truncated: !isCompressed && bytes.length < bytes.readUInt32LE(10) + rowBytes * height };
}
