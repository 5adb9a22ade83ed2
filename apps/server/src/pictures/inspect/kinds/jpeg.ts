import type { PictureFacts } from './picture-facts.ts';

const startOfScan = 0xda;
const standalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** SOF0 to SOF15 without the three codes in that range that are other segments: DHT, JPG, DAC. */
const startOfFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Reads the segments of a JPEG up to its first scan (ITU-T T.81, annex B). */
export function inspectJpeg(bytes: Buffer): PictureFacts {
  let size: { width: number; height: number } | undefined;
  let position = 2;
  while (position + 4 <= bytes.length) {
    if (bytes[position] !== 0xff) break;
    const marker = bytes[position + 1]!;
    if (marker === 0xff || standalone(marker)) {
      position += marker === 0xff ? 1 : 2;
      continue;
    }
    if (startOfFrame(marker) && position + 9 <= bytes.length) {
      size = { width: bytes.readUInt16BE(position + 7), height: bytes.readUInt16BE(position + 5) };
    }
    // In coded data 0xFF is followed by a zero or a restart marker, so the end marker cannot occur in it by chance.
    if (marker === startOfScan)
      return { mediaType: 'image/jpeg', ...size, truncated: bytes.lastIndexOf('ffd9', undefined, 'hex') < position };
    position += 2 + bytes.readUInt16BE(position + 2);
  }
  return { mediaType: 'image/jpeg', ...size, truncated: true };
}
