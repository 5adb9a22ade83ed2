import { fourCharacterCode } from '../byte-cursor.ts';
import type { PictureKind } from '../picture-kind.ts';

/** Holds the size, whatever the first chunk is. */
const headerBytes = 30;
const riffHeaderBytes = 8;
const chunks = { extended: fourCharacterCode('VP8X'), lossless: fourCharacterCode('VP8L'), lossy: fourCharacterCode('VP8 ') };

/** WebP (RFC 9649, sections 2.4 to 2.7). */
export const webp: PictureKind = {
  mediaType: 'image/webp',
  matches: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
  readSize: (cursor) => {
    cursor.skipTo(12);
    const firstChunk = cursor.readUint32();
    cursor.byteOrder = 'little-endian';
    switch (firstChunk) {
      case chunks.extended:
        cursor.skipTo(24);
        return { width: 1 + cursor.readUint24(), height: 1 + cursor.readUint24() };
      case chunks.lossless: {
        cursor.skipTo(21);
        const packed = cursor.readUint32();
        return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
      }
      case chunks.lossy:
        cursor.skipTo(26);
        return { width: cursor.readUint16() & 0x3fff, height: cursor.readUint16() & 0x3fff };
      default:
        return undefined;
    }
  },
  isWhole: (cursor) => {
    cursor.byteOrder = 'little-endian';
    cursor.skipTo(4);
    return cursor.length >= Math.max(headerBytes, riffHeaderBytes + cursor.readUint32());
  },
};
