import type { PictureFacts } from './picture-facts.ts';

/** Reads the size of an AVIF: the largest `ispe` property, since each tile and thumbnail has one too (ISO/IEC 23008-12, 6.5.3). */
export function inspectAvif(bytes: Buffer): PictureFacts {
  const header = bytes.subarray(0, 65_536);
  let size: { width: number; height: number } | undefined;
  for (let at = header.indexOf('ispe'); at >= 0 && at + 16 <= header.length; at = header.indexOf('ispe', at + 4)) {
    const found = { width: header.readUInt32BE(at + 8), height: header.readUInt32BE(at + 12) };
    if (!size || found.width * found.height > size.width * size.height) size = found;
  }
  return { mediaType: 'image/avif', ...size, truncated: false };
}
