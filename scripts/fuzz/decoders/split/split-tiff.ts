import { bigEndian, cutAt, littleEndian, type SplitFile } from './take-parts.ts';

/** Header, directories entry by entry, and what lies between them (TIFF 6.0, section 2). */
export const splitTiff: SplitFile = (bytes) => {
  const isLittleEndian = bytes.toString('latin1', 0, 2) === 'II';
  const field = isLittleEndian ? littleEndian : bigEndian;
  const read = (at: number, width: 2 | 4) => (isLittleEndian ? bytes.readUIntLE(at, width) : bytes.readUIntBE(at, width));
  const entries = new Set<number>();
  const places = [8];
  for (let at = read(4, 4), pages = 0; at > 0 && at + 2 <= bytes.length && pages < 10; pages++) {
    const end = at + 2 + 12 * read(at, 2);
    if (end + 4 > bytes.length) break;
    places.push(at, at + 2, end, end + 4);
    for (let entry = at + 2; entry < end; entry += 12) {
      entries.add(entry);
      places.push(entry);
    }
    at = read(end, 4);
  }
  for (let at = 8; at < bytes.length; at += 700) places.push(at);
  const inEntry = [field(0, 2), field(2, 2), field(4, 4), field(8, 4), field(8, 2)];
  return cutAt(bytes, places, (_part, from) => (entries.has(from) ? inEntry : [field(0, 2), field(0, 4), field(4, 4)]));
};
