import type { ByteCursor } from '../byte-cursor.ts';
import type { PictureKind, PictureSize, Resolution } from '../picture-kind.ts';

const tags = { width: 256, height: 257, xResolution: 282, yResolution: 283 };
const shortType = 3;
const entryBytes = 12;
const linkBytes = 4;
const bigTiffVersion = 43;

/**
 * TIFF (revision 6.0, section 2): a chain of directories, one a page; the size is that of the
 * first. A BigTIFF's is left to the decoder.
 */
export const tiff: PictureKind = {
  mediaType: 'image/tiff',
  matches: (head) => /^(II[*+]\0|MM\0[*+])/.test(head),
  readSize: (cursor) => {
    if (readVersion(cursor) === bigTiffVersion) return undefined;
    cursor.jumpToPart(cursor.readUint32());
    return readDirectorySize(cursor);
  },
  readResolution: (cursor, page) => {
    if (readVersion(cursor) === bigTiffVersion) return undefined;
    for (let index = 0; ; index += 1) {
      const directory = cursor.readUint32();
      if (directory === 0 || !cursor.jumpToPart(directory)) return undefined;
      if (index === page) return readDirectoryResolution(cursor);
      cursor.skip(cursor.readUint16() * entryBytes);
    }
  },
  isWhole: (cursor) => {
    if (readVersion(cursor) === bigTiffVersion) return true;
    let next = cursor.readUint32();
    do {
      // Directories that lead round in circles have all been seen: no page is missing.
      if (!cursor.jumpToPart(next)) break;
      cursor.skip(cursor.readUint16() * entryBytes);
      next = cursor.remaining >= linkBytes ? cursor.readUint32() : 0;
    } while (next !== 0);
    return true;
  },
};

function readVersion(cursor: ByteCursor): number {
  cursor.byteOrder = cursor.readUint8() === 0x49 ? 'little-endian' : 'big-endian';
  cursor.skip(1);
  return cursor.readUint16();
}

function readDirectorySize(cursor: ByteCursor): PictureSize | undefined {
  let width: number | undefined;
  let height: number | undefined;
  for (let entries = cursor.readUint16(); entries > 0 && (width === undefined || height === undefined); entries -= 1) {
    const end = cursor.position + entryBytes;
    const tag = cursor.readUint16();
    if (tag === tags.width) width ??= readValue(cursor);
    if (tag === tags.height) height ??= readValue(cursor);
    cursor.skipTo(end);
  }
  return width === undefined || height === undefined ? undefined : { width, height };
}

function readDirectoryResolution(cursor: ByteCursor): Resolution | undefined {
  const places = new Map<number, number>();
  for (let entries = cursor.readUint16(); entries > 0; entries -= 1) {
    const end = cursor.position + entryBytes;
    const tag = cursor.readUint16();
    if (tag === tags.xResolution || tag === tags.yResolution) places.set(tag, readValue(cursor));
    cursor.skipTo(end);
  }
  const [x, y] = [places.get(tags.xResolution), places.get(tags.yResolution)];
  if (x === undefined || y === undefined || x === y) return undefined;
  return { x: readRational(cursor, x), y: readRational(cursor, y) };
}

/** Two LONGs anywhere in the file: numerator and denominator. */
function readRational(cursor: ByteCursor, position: number): number {
  cursor.jumpToPart(position);
  const numerator = cursor.readUint32();
  return numerator / cursor.readUint32();
}

/** A SHORT value stands in the first two bytes of its field, a LONG in all four. */
function readValue(cursor: ByteCursor): number {
  const type = cursor.readUint16();
  const countBytes = 4;
  cursor.skip(countBytes);
  return type === shortType ? cursor.readUint16() : cursor.readUint32();
}
