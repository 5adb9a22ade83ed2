import { ByteCursor } from '../byte-cursor.ts';
import { InspectionBudget } from '../inspection-budget.ts';
import type { PictureKind, PictureSize } from '../picture-kind.ts';

const widthOffset = 18;

/**
 * BMP (BITMAPFILEHEADER and BITMAPINFOHEADER; a negative height means rows from the top). It is
 * whole when its rows are all there.
 */
export const bmp = {
  mediaType: 'image/bmp',
  matches: (head: string) => head.startsWith('BM'),
  readSize: (cursor: ByteCursor): PictureSize | undefined => {
    cursor.byteOrder = 'little-endian';
    cursor.skipTo(widthOffset);
    const width = cursor.readInt32();
    const height = Math.abs(cursor.readInt32());
    return width > 0 && height > 0 ? { width, height } : undefined;
  },
  isWhole: (cursor: ByteCursor) => {
    cursor.byteOrder = 'little-endian';
    cursor.skipTo(10);
    const pixelsOffset = cursor.readUint32();
    cursor.skipTo(widthOffset);
    const width = Math.abs(cursor.readInt32());
    const height = Math.abs(cursor.readInt32());
    const planesBytes = 2;
    cursor.skip(planesBytes);
    const rowBytes = Math.ceil((width * cursor.readUint16()) / 32) * 4;
    const isCompressed = cursor.readUint32() !== 0;
    return isCompressed || cursor.length >= pixelsOffset + rowBytes * height;
  },
} satisfies PictureKind;

/**
 * The size that a BMP file's header gives, without touching its pixels.
 *
 * @throws EndOfFileError when the file ends before
 * @throws RangeError when no picture can have it
 */
export function readBmpSize(bytes: Uint8Array): PictureSize {
  const size = bmp.readSize(new ByteCursor(bytes, new InspectionBudget()));
  if (!size) throw new RangeError('The header gives a size that no picture can have.');
  return size;
}
