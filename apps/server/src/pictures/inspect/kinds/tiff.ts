import type { PictureFacts } from './picture-facts.ts';

const tags = { width: 256, height: 257 };
const entryBytes = 12;
const mediaType = 'image/tiff';

type Numbers = { readonly u16: (at: number) => number; readonly u32: (at: number) => number };

/** Reads the directories of a TIFF, one a page (revision 6.0, section 2); the size is that of the first. A BigTIFF's is left to the decoder. */
export function inspectTiff(bytes: Buffer): PictureFacts {
  const little = bytes[0] === 0x49;
  const numbers: Numbers = {
    u16: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    u32: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
  if (bytes.length >= 4 && numbers.u16(2) === 43) return { mediaType, truncated: false };
  const first = bytes.length >= 8 ? numbers.u32(4) : bytes.length;
  if (!isWhole(bytes, first, numbers)) return { mediaType, truncated: true };
  return { mediaType, ...readSize(first, numbers), truncated: !isChainWhole(bytes, first, numbers) };
}

function isWhole(bytes: Buffer, directory: number, { u16 }: Numbers): boolean {
  return directory + 2 <= bytes.length && directory + 2 + u16(directory) * entryBytes <= bytes.length;
}

/** Every directory says where the next one lies, the last one 0; one that was there already would lead round in circles. */
function isChainWhole(bytes: Buffer, first: number, numbers: Numbers): boolean {
  const seen = new Set<number>();
  let directory = first;
  while (directory !== 0 && !seen.has(directory)) {
    if (!isWhole(bytes, directory, numbers)) return false;
    seen.add(directory);
    const link = directory + 2 + numbers.u16(directory) * entryBytes;
    directory = link + 4 <= bytes.length ? numbers.u32(link) : 0;
  }
  return true;
}

function readSize(directory: number, { u16, u32 }: Numbers): { width: number; height: number } | undefined {
  const entries = Array.from({ length: u16(directory) }, (_, index) => directory + 2 + index * entryBytes);
  const value = (tag: number) => {
    const entry = entries.find((at) => u16(at) === tag);
    // A SHORT value stands in the first two bytes of its field, a LONG in all four.
    return entry === undefined ? undefined : u16(entry + 2) === 3 ? u16(entry + 8) : u32(entry + 8);
  };
  const width = value(tags.width);
  const height = value(tags.height);
  return width !== undefined && height !== undefined ? { width, height } : undefined;
}
