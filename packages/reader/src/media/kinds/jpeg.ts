import { type ByteCursor, fourCharacterCode } from '../byte-cursor.ts';
import type { PictureKind } from '../picture-kind.ts';

export const startOfScan = 0xda;
const applicationData = 0xe0;
const jfif = fourCharacterCode('JFIF');
const endOfImage = Uint8Array.of(0xff, 0xd9);
const isStandalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** SOF0 to SOF15 without the three codes in that range that are other segments: DHT, JPG, DAC. */
export const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * JPEG (ITU-T T.81, annex B): the size is in the frame header, the coded data begin behind the
 * header of the first scan. The resolution is in the segment of JFIF (ISO/IEC 10918-5, 10.1).
 */
export const jpeg: PictureKind = {
  mediaType: 'image/jpeg',
  matches: (head) => head.startsWith('\xff\xd8\xff'),
  readSize: (cursor) => {
    for (const marker of readSegments(cursor)) {
      if (marker === startOfScan) return undefined;
      if (!isStartOfFrame(marker)) continue;
      const precisionBytes = 1;
      cursor.skip(precisionBytes);
      const height = cursor.readUint16();
      return { width: cursor.readUint16(), height };
    }
    return undefined;
  },
  readResolution: (cursor) => {
    for (const marker of readSegments(cursor)) {
      if (marker === startOfScan) return undefined;
      if (marker !== applicationData || cursor.readUint32() !== jfif) continue;
      const terminatorAndVersionBytes = 3;
      cursor.skip(terminatorAndVersionBytes);
      // Without a unit some writers give densities here and others the shape of a pixel.
      const hasUnit = cursor.readUint8() !== 0;
      const density = { x: cursor.readUint16(), y: cursor.readUint16() };
      return hasUnit ? density : undefined;
    }
    return undefined;
  },
  isWhole: (cursor) => {
    for (const marker of readSegments(cursor)) {
      // In coded data 0xFF is followed by a zero or a restart marker, so the end marker cannot
      // occur in it by chance.
      if (marker === startOfScan) return cursor.hasMarkerAhead(endOfImage);
    }
    return false;
  },
  hasPixels: hasBegunScan,
};

/** Whether both headers are there, and a byte of coded data behind them. */
function hasBegunScan(cursor: ByteCursor): boolean {
  let hasFrame = false;
  let hasScan = false;
  // Going on behind the header of the scan throws where nothing follows it.
  for (const marker of readSegments(cursor)) {
    if (hasScan) break;
    if (isStartOfFrame(marker)) hasFrame = true;
    hasScan = marker === startOfScan;
  }
  return hasFrame && hasScan;
}

/**
 * The markers of the segments with the cursor behind their length, up to the first byte that is no
 * marker.
 */
export function* readSegments(cursor: ByteCursor): Generator<number> {
  cursor.skipTo(2);
  for (;;) {
    cursor.beginPart();
    if (cursor.readUint8() !== 0xff) return;
    let marker = cursor.readUint8();
    // Any number of fill bytes may precede a marker (B.1.1.2).
    while (marker === 0xff) marker = cursor.readUint8();
    // A stuffed byte, which is data: decoders go on looking for a marker right behind it, so that a
    // length here would hide segments from them, or theirs from us.
    if (marker === 0x00) return;
    if (isStandalone(marker)) continue;
    const start = cursor.position;
    const end = start + cursor.readUint16();
    yield marker;
    cursor.skipTo(end);
  }
}
