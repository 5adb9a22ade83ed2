import { fourCharacterCode } from '../byte-cursor.ts';
import type { PictureKind } from '../picture-kind.ts';

const signature = '\x89PNG\r\n\x1a\n';
/** The signature and the first chunk. */
const headerBytes = 33;
/** Behind the signature and behind the length and type of the first chunk. */
const sizeOffset = 16;
const checksumBytes = 4;
const imageData = fourCharacterCode('IDAT');
const physicalSize = fourCharacterCode('pHYs');
const imageEnd = fourCharacterCode('IEND');

/**
 * PNG (ISO/IEC 15948): the size is in the first chunk, IHDR, the last one is IEND; pHYs has the
 * resolution.
 */
export const png: PictureKind = {
  mediaType: 'image/png',
  matches: (head) => head.startsWith(signature),
  readSize: (cursor) => {
    cursor.skipTo(sizeOffset);
    return { width: cursor.readUint32(), height: cursor.readUint32() };
  },
  readResolution: (cursor) => {
    cursor.skipTo(signature.length);
    for (;;) {
      cursor.beginPart();
      const dataBytes = cursor.readUint32();
      const type = cursor.readUint32();
      if (type === physicalSize) return { x: cursor.readUint32(), y: cursor.readUint32() };
      if (type === imageData) return undefined;
      cursor.skip(dataBytes + checksumBytes);
    }
  },
  isWhole: (cursor) => {
    if (cursor.length < headerBytes) return false;
    cursor.skipTo(signature.length);
    for (;;) {
      cursor.beginPart();
      const dataBytes = cursor.readUint32();
      const type = cursor.readUint32();
      if (type === imageEnd) return cursor.remaining >= checksumBytes;
      cursor.skip(dataBytes + checksumBytes);
    }
  },
};
