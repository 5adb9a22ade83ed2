import { ByteCursor, EndOfFileError } from './byte-cursor.ts';
import { InspectionBudget, StructureError } from './inspection-budget.ts';
import { isStartOfFrame, readSegments, startOfScan } from './kinds/jpeg.ts';
import type { PictureSize } from './picture-kind.ts';

/** What the head of a JPEG says of its picture. */
export type JpegHeader = {
  /** In pixels as stored. */
  readonly width: number;
  readonly height: number;
  /** EXIF's 1 to 8 (CIPA DC-008, tag 0x0112); 1 where the file gives none. */
  readonly orientation: number;
};

const applicationData1 = 0xe1;
/** "Exif" and two zeros, as the APP1 segment of EXIF begins (CIPA DC-008, 4.7.2). */
const exifMark = [0x45786966, 0x0000] as const;
const littleEndianMark = 0x4949;
const bigEndianMark = 0x4d4d;
const tiffVersion = 42;
const orientationTag = 0x0112;
const shortType = 3;
const entryBytes = 12;
const greatestOrientation = 8;

/**
 * Reads the head of an ordinary JPEG: eight bits a sample, grey or three colours, and no EXIF or a
 * single sound one.
 *
 * @returns undefined for anything else, whose meaning is for a library to say
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | undefined {
  try {
    return readHead(new ByteCursor(bytes, new InspectionBudget()));
  } catch (error) {
    if (error instanceof EndOfFileError || error instanceof StructureError) return undefined;
    throw error;
  }
}

function readHead(cursor: ByteCursor): JpegHeader | undefined {
  const sizes: (PictureSize | undefined)[] = [];
  const orientations: (number | undefined)[] = [];
  for (const marker of readSegments(cursor)) {
    if (isStartOfFrame(marker)) sizes.push(readFrameSize(cursor));
    if (marker === applicationData1 && isExif(cursor)) orientations.push(readOrientation(cursor));
    if (marker !== startOfScan) continue;
    const [size] = sizes;
    const orientation = orientations.length === 0 ? 1 : orientations[0];
    const isOrdinary = sizes.length === 1 && orientations.length <= 1;
    return isOrdinary && size && orientation !== undefined ? { ...size, orientation } : undefined;
  }
  return undefined;
}

function isExif(cursor: ByteCursor): boolean {
  return cursor.readUint32() === exifMark[0] && cursor.readUint16() === exifMark[1];
}

/** ITU-T T.81, B.2.2. */
function readFrameSize(cursor: ByteCursor): PictureSize | undefined {
  const precision = cursor.readUint8();
  const height = cursor.readUint16();
  const width = cursor.readUint16();
  const components = cursor.readUint8();
  const isOrdinary = precision === 8 && (components === 1 || components === 3) && width > 0 && height > 0;
  return isOrdinary ? { width, height } : undefined;
}

/**
 * The orientation in the first directory of a TIFF structure at the cursor, 1 where it has none;
 * undefined where the structure or the value is odd.
 */
function readOrientation(cursor: ByteCursor): number | undefined {
  const start = cursor.position;
  const mark = cursor.readUint16();
  if (mark !== littleEndianMark && mark !== bigEndianMark) return undefined;
  cursor.byteOrder = mark === littleEndianMark ? 'little-endian' : 'big-endian';
  try {
    if (cursor.readUint16() !== tiffVersion) return undefined;
    cursor.skipTo(start + cursor.readUint32());
    for (let entries = cursor.readUint16(); entries > 0; entries--) {
      const end = cursor.position + entryBytes;
      if (cursor.readUint16() === orientationTag) {
        const isShort = cursor.readUint16() === shortType && cursor.readUint32() === 1;
        const value = cursor.readUint16();
        return isShort && value >= 1 && value <= greatestOrientation ? value : undefined;
      }
      cursor.skipTo(end);
    }
    return 1;
  } finally {
    cursor.byteOrder = 'big-endian';
  }
}
