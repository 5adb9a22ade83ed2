import type { PictureFacts } from './picture-facts.ts';

/** Reads the chunks of a PNG (ISO/IEC 15948): the size is in the first one, the last one is IEND. */
export function inspectPng(bytes: Buffer): PictureFacts {
  if (bytes.length < 33) return { mediaType: 'image/png', truncated: true };
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  let position = 8;
  while (position + 12 <= bytes.length) {
    const end = position + 12 + bytes.readUInt32BE(position);
    if (bytes.toString('latin1', position + 4, position + 8) === 'IEND') return { mediaType: 'image/png', ...size, truncated: false };
    position = end;
  }
  return { mediaType: 'image/png', ...size, truncated: true };
}
