import { anyNumbers, bigEndian, cutAt, type SplitFile } from './take-parts.ts';

/** Boxes that hold boxes, and how many bytes of their own come before these (ISO/IEC 14496-12). */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0, moov: 0, dinf: 0 };

/** Boxes of HEIC and AVIF, those within others too. */
export const splitBoxes: SplitFile = (bytes) => {
  const places: number[] = [];
  walk(bytes, 0, bytes.length, places);
  return cutAt(bytes, places, (part) => anyNumbers(Math.min(part.length, 48), bigEndian));
};

function walk(bytes: Buffer, from: number, to: number, places: number[]): void {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at);
    places.push(at);
    const own = containers[bytes.toString('latin1', at + 4, at + 8)];
    if (own !== undefined) walk(bytes, at + 8 + own, Math.min(to, at + size), places);
    if (size < 8) return;
    if (bytes.toString('latin1', at + 4, at + 8) === 'mdat')
      for (let data = at + 8; data < Math.min(to, at + size); data += 500) places.push(data);
    at += size;
  }
}
