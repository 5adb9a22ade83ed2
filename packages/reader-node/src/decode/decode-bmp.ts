import { type BmpHeader, bmpRowBytes, type InterleavedPixels } from '@ocr-web/reader/engine';
import { decodeBmpRuns } from './decode-bmp-runs.ts';

const maxPaletteColours = 256;
const infoHeaderEnd = 14 + 40;
/** Of 16 bits five each, of 32 bits eight each, red first. */
const usualMasks = { 16: [0x7c00, 0x03e0, 0x001f], 32: [0xff0000, 0x00ff00, 0x0000ff] } as const;

/**
 * The colours of a BMP of 1 to 32 bits a pixel, from the top. Alpha is not heeded: files that have
 * no transparency often leave it at 0.
 *
 * @throws RangeError when the file is damaged or cut off
 */
export function decodeBmp(bytes: Uint8Array, header: BmpHeader): InterleavedPixels {
  const { width, height, isTopDown } = header;
  const writeRow = header.bitsPerPixel <= 8 ? createIndexedRows(bytes, header) : createColourRows(bytes, header);
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) writeRow(row, data, (isTopDown ? row : height - 1 - row) * width * 3);
  return { data, width, height, channels: 3 };
}

/** Writes the row of the file with this number, from 0, at a place. */
type WriteRow = (row: number, to: Uint8Array, at: number) => void;

function createIndexedRows(bytes: Uint8Array, header: BmpHeader): WriteRow {
  const { width, bitsPerPixel } = header;
  const palette = readPalette(bytes, header);
  const paint = (index: number, to: Uint8Array, at: number) => {
    for (let channel = 0; channel < 3; channel++) to[at + channel] = palette[3 * index + channel]!;
  };
  if (header.coding === 'rle4' || header.coding === 'rle8') {
    const indexes = decodeRuns(bytes, header);
    return (row, to, at) => {
      for (let x = 0; x < width; x++) paint(indexes[row * width + x]!, to, at + 3 * x);
    };
  }
  if (![1, 2, 4, 8].includes(bitsPerPixel)) throw new RangeError(`A BMP has no ${bitsPerPixel} bits a pixel.`);
  const rows = sliceRows(bytes, header);
  const mask = 2 ** bitsPerPixel - 1;
  const rowBytes = bmpRowBytes(header);
  return (row, to, at) => {
    for (let x = 0; x < width; x++) {
      const bit = x * bitsPerPixel;
      const index = (rows[row * rowBytes + (bit >> 3)]! >> (8 - bitsPerPixel - (bit & 7))) & mask;
      paint(index, to, at + 3 * x);
    }
  };
}

function decodeRuns(bytes: Uint8Array, { width, height, bitsPerPixel, coding, pixelsOffset }: BmpHeader): Uint8Array {
  const codedBits = coding === 'rle4' ? 4 : 8;
  if (bitsPerPixel !== codedBits) throw new RangeError(`${bitsPerPixel} bits a pixel are not coded in runs of ${codedBits}.`);
  return decodeBmpRuns({ coded: bytes.subarray(pixelsOffset), width, height, bitsPerPixel: codedBits });
}

/** Red, green and blue of 256 colours; those that the file does not have are black. */
function readPalette(bytes: Uint8Array, header: BmpHeader): Uint8Array {
  const { paletteOffset, paletteEntryBytes, paletteColours, pixelsOffset, bitsPerPixel } = header;
  const room = Math.floor((Math.min(pixelsOffset, bytes.length) - paletteOffset) / paletteEntryBytes);
  const colours = Math.min(paletteColours || 2 ** bitsPerPixel, maxPaletteColours, room);
  const palette = new Uint8Array(maxPaletteColours * 3);
  for (let index = 0; index < colours; index++) {
    const at = paletteOffset + index * paletteEntryBytes;
    // Stored as blue, green, red.
    for (let channel = 0; channel < 3; channel++) palette[3 * index + channel] = bytes[at + 2 - channel]!;
  }
  return palette;
}

function createColourRows(bytes: Uint8Array, header: BmpHeader): WriteRow {
  const rows = sliceRows(bytes, header);
  const rowBytes = bmpRowBytes(header);
  const { width, bitsPerPixel } = header;
  if (bitsPerPixel === 24) {
    return (row, to, at) => {
      for (let x = 0, from = row * rowBytes; x < width; x++, from += 3) {
        for (let channel = 0; channel < 3; channel++) to[at + 3 * x + channel] = rows[from + 2 - channel]!;
      }
    };
  }
  if (bitsPerPixel !== 16 && bitsPerPixel !== 32) throw new RangeError(`A BMP has no ${bitsPerPixel} bits a pixel.`);
  const channels = readMasks(bytes, header, bitsPerPixel).map(describeMask);
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  return (row, to, at) => {
    for (let x = 0; x < width; x++) {
      const place = row * rowBytes + (x * bitsPerPixel) / 8;
      const value = bitsPerPixel === 16 ? view.getUint16(place, true) : view.getUint32(place, true);
      channels.forEach(({ mask, shift, largest }, channel) => {
        to[at + 3 * x + channel] = (((value & mask) >>> shift) * 255) / largest + 0.5;
      });
    }
  };
}

function readMasks(bytes: Uint8Array, { coding }: BmpHeader, bitsPerPixel: 16 | 32): readonly number[] {
  if (coding !== 'masks') return usualMasks[bitsPerPixel];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [0, 4, 8].map((offset) => view.getUint32(infoHeaderEnd + offset, true));
}

function describeMask(mask: number): { readonly mask: number; readonly shift: number; readonly largest: number } {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  return { mask, shift, largest: mask >>> shift || 1 };
}

function sliceRows(bytes: Uint8Array, header: BmpHeader): Uint8Array {
  const end = header.pixelsOffset + bmpRowBytes(header) * header.height;
  if (end > bytes.length || header.pixelsOffset < header.paletteOffset) throw new RangeError('The file ends within its pixels.');
  return bytes.subarray(header.pixelsOffset, end);
}
