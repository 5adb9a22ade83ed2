import { anyNumbers, cutAt, littleEndian, type SplitFile } from './take-parts.ts';

const pieceBytes = 300;

/** The rest of a file in pieces, for what has no structure of its own. */
function pieces(from: number, length: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil((length - from) / pieceBytes)) }, (_, index) => from + index * pieceBytes);
}

/** File header, picture header with its masks, palette and pixels (BITMAPFILEHEADER and after). */
export const splitBmp: SplitFile = (bytes) => {
  const pixelsAt = bytes.readUInt32LE(10);
  return cutAt(bytes, [14, 14 + bytes.readUInt32LE(14), pixelsAt, ...pieces(pixelsAt, bytes.length)], (part, from) =>
    from < pixelsAt ? anyNumbers(part.length, littleEndian) : [],
  );
};

/**
 * Screen, extensions, frames with their coded data (GIF89a, appendix B); blocks begin with a known
 * byte.
 */
export const splitGif: SplitFile = (bytes) => {
  const places = [6, 13];
  for (let at = 13; at + 1 < bytes.length; at++) {
    const isBlock = bytes[at] === 0x2c || (bytes[at] === 0x21 && [0xf9, 0xfe, 0xff, 0x01].includes(bytes[at + 1] ?? 0));
    if (isBlock && places.length < 40) places.push(at, at + 10);
  }
  return cutAt(bytes, [...places, ...pieces(13, bytes.length)], (part) => anyNumbers(Math.min(part.length, 20), littleEndian));
};
