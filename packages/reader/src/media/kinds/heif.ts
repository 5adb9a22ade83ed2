import { type ByteCursor, fourCharacterCode } from '../byte-cursor.ts';
import type { PictureKind, PictureSize } from '../picture-kind.ts';

const boxHeaderBytes = 8;
/**
 * The boxes on the way to the properties of pictures, and how much of them stands before the boxes
 * in them (ISO/IEC 23008-12, 6 and 9.3).
 */
const containerHeaderBytes = new Map([
  [fourCharacterCode('meta'), 4],
  [fourCharacterCode('iprp'), 0],
  [fourCharacterCode('ipco'), 0],
]);
const imageSpatialExtents = fourCharacterCode('ispe');

const structure = {
  readSize: readLargestSize,
  /** The file is cut off where a box says that it goes on (ISO/IEC 14496-12, 4.2). */
  isWhole: (cursor: ByteCursor) => {
    while (cursor.remaining > 0) cursor.skipTo(readBoxHeader(cursor).end);
    return true;
  },
};

/**
 * HEIF files by the brands of their file type box (ISO/IEC 23008-12, 10.2; AV1 Image File Format,
 * 6). One that may be either is AVIF.
 */
export const heifKinds: readonly PictureKind[] = [
  { mediaType: 'image/avif', matches: (head) => listBrands(head).some((brand) => /^avi[fs]$/.test(brand)), ...structure },
  {
    mediaType: 'image/heic',
    matches: (head) => listBrands(head).some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)),
    ...structure,
  },
];

/**
 * The major brand, then the compatible ones; between them stands a version. A box of 64 bytes names
 * a dozen of them.
 */
function listBrands(head: string): string[] {
  if (!head.startsWith('ftyp', 4)) return [];
  const box = head.slice(0, head.startsWith('\0\0\0') ? Math.min(head.charCodeAt(3), 64) : 64);
  return [box.slice(8, 12), ...(box.slice(16).match(/.{4}/gs) ?? [])];
}

/**
 * The largest `ispe` property, since each tile and thumbnail has one too (ISO/IEC 23008-12, 6.5.3).
 * Boxes that hold others are entered by going on behind their header: however deep they are nested,
 * the file is walked through once.
 */
function readLargestSize(cursor: ByteCursor): PictureSize | undefined {
  let largest: PictureSize | undefined;
  while (cursor.remaining >= boxHeaderBytes) {
    const { type, end } = readBoxHeader(cursor);
    const headerBytes = containerHeaderBytes.get(type);
    if (headerBytes !== undefined) {
      cursor.skip(headerBytes);
      continue;
    }
    if (type === imageSpatialExtents) {
      const versionAndFlagsBytes = 4;
      cursor.skip(versionAndFlagsBytes);
      const size = { width: cursor.readUint32(), height: cursor.readUint32() };
      if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
    }
    cursor.skipTo(Math.min(end, cursor.length));
  }
  return largest;
}

function readBoxHeader(cursor: ByteCursor): { readonly type: number; readonly end: number } {
  cursor.beginPart();
  const start = cursor.position;
  const size = cursor.readUint32();
  const type = cursor.readUint32();
  // 0: up to the end of the file. 1: the size stands behind the type, in eight bytes.
  if (size === 0) return { type, end: cursor.length };
  return { type, end: start + (size === 1 ? cursor.readUint64() : size) };
}
