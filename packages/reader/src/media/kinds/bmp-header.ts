import type { ByteCursor } from '../byte-cursor.ts';
import { StructureError } from '../inspection-budget.ts';

/** How the pixels of a BMP are coded. */
export type BmpCoding = 'plain' | 'rle8' | 'rle4' | 'masks';

/** What a BMP says of its pixels before they begin. */
export type BmpHeader = {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether the first row is the upper one; it is the lower one in most files. */
  readonly isTopDown: boolean;
  readonly bitsPerPixel: number;
  /** A coding that is not read is a text: its name. */
  readonly coding: BmpCoding | { readonly unreadable: string };
  /** Bytes of the coded pixels as the header gives them; 0 where it does not. */
  readonly codedBytes: number;
  /** Positions in the file. */
  readonly pixelsOffset: number;
  readonly paletteOffset: number;
  /** Colours of the palette as the header gives them; 0 stands for as many as the bits can name. */
  readonly paletteColours: number;
  readonly paletteEntryBytes: 3 | 4;
};

const fileHeaderBytes = 14;
/** OS/2 1.x: BITMAPCOREHEADER. */
const coreHeaderBytes = 12;
/** BITMAPINFOHEADER, its versions with masks (52, 56) and versions 4 and 5. */
const windowsHeaderBytes: readonly number[] = [40, 52, 56, 108, 124];
/** OS/2 2.x: of BITMAPINFOHEADER2 only the first 16 bytes must be there. */
const os2HeaderBytes = { min: 16, max: 64 };

const windowsCodings: readonly BmpHeader['coding'][] = [
  'plain',
  'rle8',
  'rle4',
  'masks',
  { unreadable: 'BMP with a JPEG in it' },
  { unreadable: 'BMP with a PNG in it' },
  'masks',
];
const os2Codings: readonly BmpHeader['coding'][] = [
  'plain',
  'rle8',
  'rle4',
  { unreadable: 'BMP with Huffman coding' },
  { unreadable: 'BMP with run-length coding of 24 bits' },
];

/**
 * Reads BITMAPFILEHEADER and the header of Windows (versions 3 to 5) or OS/2 (1.x and 2.x) behind
 * it.
 *
 * @param cursor at the first byte
 * @throws EndOfFileError when the file ends before
 * @throws StructureError for a header of no known kind or a size that no picture can have
 */
export function readBmpHeader(cursor: ByteCursor): BmpHeader {
  cursor.byteOrder = 'little-endian';
  cursor.skipTo(10);
  const pixelsOffset = cursor.readUint32();
  const headerBytes = cursor.readUint32();
  const header = headerBytes === coreHeaderBytes ? readCoreHeader(cursor) : readInfoHeader(cursor, headerBytes);
  if (header.width <= 0 || header.height <= 0) throw new StructureError('its header gives a size that no picture can have.');
  return { ...header, pixelsOffset, paletteOffset: fileHeaderBytes + headerBytes };
}

type PixelHeader = Omit<BmpHeader, 'pixelsOffset' | 'paletteOffset'>;

function readCoreHeader(cursor: ByteCursor): PixelHeader {
  const width = cursor.readUint16();
  const height = cursor.readUint16();
  skipPlanes(cursor);
  const bitsPerPixel = cursor.readUint16();
  return { width, height, isTopDown: false, bitsPerPixel, coding: 'plain', codedBytes: 0, paletteColours: 0, paletteEntryBytes: 3 };
}

function readInfoHeader(cursor: ByteCursor, headerBytes: number): PixelHeader {
  const isWindows = windowsHeaderBytes.includes(headerBytes);
  if (!isWindows && (headerBytes < os2HeaderBytes.min || headerBytes > os2HeaderBytes.max)) {
    throw new StructureError(`a BMP has no header of ${headerBytes} bytes.`);
  }
  const width = cursor.readInt32();
  const height = cursor.readInt32();
  skipPlanes(cursor);
  const bitsPerPixel = cursor.readUint16();
  // An OS/2 header may end after any of its fields; what is missing is 0.
  const end = fileHeaderBytes + headerBytes;
  const readField = () => (cursor.position + 4 <= end ? cursor.readUint32() : 0);
  const compression = readField();
  const codedBytes = readField();
  readField();
  readField();
  const paletteColours = readField();
  const coding = (isWindows ? windowsCodings : os2Codings)[compression] ?? { unreadable: `BMP with the unknown coding ${compression}` };
  const size = { width, height: Math.abs(height), isTopDown: height < 0 };
  return { ...size, bitsPerPixel, coding, codedBytes, paletteColours, paletteEntryBytes: 4 };
}

function skipPlanes(cursor: ByteCursor): void {
  const planesBytes = 2;
  cursor.skip(planesBytes);
}
