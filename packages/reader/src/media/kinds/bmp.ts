import { ByteCursor } from '../byte-cursor.ts';
import { InspectionBudget } from '../inspection-budget.ts';
import type { PictureKind, PictureSize } from '../picture-kind.ts';
import { type BmpHeader, readBmpHeader } from './bmp-header.ts';

/**
 * BMP (BITMAPFILEHEADER and a header of Windows or OS/2). It is whole when its rows, or as many
 * coded bytes as it announces, are all there.
 */
export const bmp = {
  mediaType: 'image/bmp',
  matches: (head: string) => head.startsWith('BM'),
  nameUnreadable: (cursor: ByteCursor): string | undefined => {
    const { coding } = readBmpHeader(cursor);
    return typeof coding === 'object' ? coding.unreadable : undefined;
  },
  readSize: (cursor: ByteCursor): PictureSize => {
    const { width, height } = readBmpHeader(cursor);
    return { width, height };
  },
  isWhole: (cursor: ByteCursor) => {
    const header = readBmpHeader(cursor);
    return cursor.length >= header.pixelsOffset + bytesOfPixels(header);
  },
} satisfies PictureKind;

/** Bytes between two rows of pixels that are not coded. */
export function bmpRowBytes({ width, bitsPerPixel }: Pick<BmpHeader, 'width' | 'bitsPerPixel'>): number {
  return Math.ceil((width * bitsPerPixel) / 32) * 4;
}

function bytesOfPixels(header: BmpHeader): number {
  const isInRows = header.coding === 'plain' || header.coding === 'masks';
  return isInRows ? bmpRowBytes(header) * header.height : header.codedBytes;
}

/**
 * The header of a BMP file, without touching its pixels.
 *
 * @throws EndOfFileError when the file ends before
 * @throws StructureError for a header of no known kind or a size that no picture can have
 */
export function parseBmpHeader(bytes: Uint8Array): BmpHeader {
  return readBmpHeader(new ByteCursor(bytes, new InspectionBudget()));
}
