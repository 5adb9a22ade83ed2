import type { PictureFacts } from './picture-facts.ts';

const tags = { width: 256, height: 257 };

/** Reads the first directory of a TIFF (revision 6.0, section 2). A BigTIFF's size is left to the decoder. */
export function inspectTiff(bytes: Buffer): PictureFacts {
  const little = bytes[0] === 0x49;
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const facts = { mediaType: 'image/tiff' };
  if (bytes.length >= 4 && u16(2) === 43) return { ...facts, truncated: false };
  const directory = bytes.length >= 8 ? u32(4) : bytes.length;
  if (directory + 2 > bytes.length) return { ...facts, truncated: true };
  const count = u16(directory);
  if (directory + 2 + count * 12 > bytes.length) return { ...facts, truncated: true };
  const entries = Array.from({ length: count }, (_, index) => directory + 2 + index * 12);
  const value = (tag: number) => {
    const entry = entries.find((at) => u16(at) === tag);
    // A SHORT value stands in the first two bytes of its field, a LONG in all four.
    return entry === undefined ? undefined : u16(entry + 2) === 3 ? u16(entry + 8) : u32(entry + 8);
  };
  const width = value(tags.width);
  const height = value(tags.height);
  return { ...facts, ...(width !== undefined && height !== undefined ? { width, height } : {}), truncated: false };
}
