import type { PictureFacts } from './picture-facts.ts';

/** Reads the header of a WebP (RFC 9649, sections 2.4 to 2.7). */
export function inspectWebp(bytes: Buffer): PictureFacts {
  const truncated = bytes.length < 30 || bytes.length < 8 + bytes.readUInt32LE(4);
  return { mediaType: 'image/webp', ...(bytes.length < 30 ? {} : readSize(bytes)), truncated };
}

function readSize(bytes: Buffer): { width: number; height: number } | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}
