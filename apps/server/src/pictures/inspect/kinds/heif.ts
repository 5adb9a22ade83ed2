import type { PictureFacts } from './picture-facts.ts';

/** Sizes stand in the boxes before the pixels; more than this is no header. */
const headerBytes = 262_144;

/**
 * Reads the size of a HEIF file (AVIF and HEIC): the largest `ispe` property, since each tile and thumbnail has one too (ISO/IEC 23008-12,
 * 6.5.3). The file is cut off where a box says that it goes on (ISO/IEC 14496-12, 4.2).
 */
export function inspectHeif(bytes: Buffer, mediaType: 'image/avif' | 'image/heic'): PictureFacts {
  const header = bytes.subarray(0, headerBytes);
  let size: { width: number; height: number } | undefined;
  for (let at = header.indexOf('ispe'); at >= 0 && at + 16 <= header.length; at = header.indexOf('ispe', at + 4)) {
    const found = { width: header.readUInt32BE(at + 8), height: header.readUInt32BE(at + 12) };
    if (!size || found.width * found.height > size.width * size.height) size = found;
  }
  return { mediaType, ...size, truncated: isCutOff(bytes) };
}

/** The kind by the brands of the file type box: the major one, then the compatible ones (ISO/IEC 23008-12, 10.2; AV1 Image File Format, 6). */
export function identifyHeif(bytes: Buffer): 'image/avif' | 'image/heic' | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const box = bytes.toString('latin1', 0, Math.min(bytes.readUInt32BE(0), 64));
  const brands = [box.slice(8, 12), ...(box.slice(16).match(/.{4}/gs) ?? [])];
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'image/avif';
  return brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) ? 'image/heic' : undefined;
}

function isCutOff(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // 0: up to the end of the file. 1: the size stands behind the type, in eight bytes.
    if (size === 0) return false;
    if (size === 1 && at + 16 > bytes.length) return true;
    at += size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (size !== 1 && size < 8) return false;
  }
  return at !== bytes.length;
}
