import { anyNumbers, bigEndian, cutAt, littleEndian, type SplitFile } from './take-parts.ts';

/** Chunks of PNG (ISO/IEC 15948, section 5.3): length, type, data, checksum. */
export const splitPng: SplitFile = (bytes) => {
  const places: number[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) places.push(at);
  return cutAt(bytes, places, (part, from) => (from < 8 ? [] : anyNumbers(Math.min(part.length, 28), bigEndian)));
};

/** Chunks of RIFF, which WebP is made of: type, length, data. */
export const splitRiff: SplitFile = (bytes) => {
  const places: number[] = [];
  for (let at = 12; at + 8 <= bytes.length; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) & 1))
    places.push(at, at + 8);
  return cutAt(bytes, places, (part) => anyNumbers(Math.min(part.length, 30), littleEndian));
};
