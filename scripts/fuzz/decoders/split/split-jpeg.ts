import { anyNumbers, bigEndian, cutAt, type SplitFile } from './take-parts.ts';

/** Marker segments (ITU-T T.81, annex B.1.1.4); the coded data of a scan are cut in pieces. */
export const splitJpeg: SplitFile = (bytes) => {
  const places: number[] = [2];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    at += 2 + bytes.readUInt16BE(at + 2);
    places.push(at);
  }
  for (let data = at; data < bytes.length; data += 400) places.push(data);
  return cutAt(bytes, places, (part) => (part[0] === 0xff ? anyNumbers(Math.min(part.length, 24), bigEndian) : []));
};
