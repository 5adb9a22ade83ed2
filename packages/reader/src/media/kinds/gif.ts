import type { PictureKind } from '../picture-kind.ts';

/** Signature and logical screen descriptor. */
const headerBytes = 13;

/**
 * GIF (GIF89a, sections 17 and 18). What follows the header is left to the decoder, which shows
 * what there is of a picture that is cut off.
 */
export const gif: PictureKind = {
  mediaType: 'image/gif',
  matches: (head) => /^GIF8[79]a/.test(head),
  readSize: (cursor) => {
    cursor.byteOrder = 'little-endian';
    cursor.skipTo(6);
    return { width: cursor.readUint16(), height: cursor.readUint16() };
  },
  isWhole: (cursor) => cursor.length >= headerBytes,
};
