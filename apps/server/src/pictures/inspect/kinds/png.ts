import type { PictureKind } from '../picture-kind.ts';

const signature = '\x89PNG\r\n\x1a\n';
/** Behind the signature and behind the length and type of the first chunk. */
const sizeOffset = 16;
const checksumBytes = 4;

/** PNG (ISO/IEC 15948): the size is in the first chunk, IHDR, the last one is IEND. */
export const png: PictureKind = {
  mediaType: 'image/png',
  matches: (head) => head.startsWith(signature),
  readSize: (cursor) => {
    cursor.skipTo(sizeOffset);
    return { width: cursor.readUint32(), height: cursor.readUint32() };
  },
  isWhole: (cursor) => {
    cursor.skipTo(signature.length);
    for (;;) {
      cursor.beginPart();
      const dataBytes = cursor.readUint32();
      const type = cursor.readFourCharacters();
      if (type === 'IEND') return cursor.remaining >= checksumBytes;
      cursor.skip(dataBytes + checksumBytes);
    }
  },
};
