import { isEngineError } from '@ocr-web/reader';
import { allRows } from '@ocr-web/reader/engine';
import { describe, expect, test } from 'vitest';
import { writeOs2Bmp, writeRunLengthBmp, writeShortOs2Bmp } from '../../test/fixtures/draw/write-coded-bmp.ts';
import { createPictureDecoder } from './create-picture-decoder.ts';

const decode = createPictureDecoder({ maxPixels: 10_000 });

async function decodePage(bytes: Uint8Array) {
  const { mediaType, openPage } = await decode(bytes);
  const page = await openPage(0);
  const { data, width, height } = allRows(await page.planeAtLeast(1));
  return { mediaType, width, height, data: [...data] };
}

function refusalOf(bytes: Uint8Array): Promise<string> {
  return decodePage(bytes).then(
    () => 'read',
    (error) => (isEngineError(error) ? error.code : String(error)),
  );
}

/** BITMAPINFOHEADER, what follows it, rows: pixels of black (0) and white (1). */
function writeBitmap(bits: number, { compression = 0, height = 2, behind = Buffer.alloc(0) }, rows: Buffer): Buffer {
  const header = Buffer.alloc(54);
  header.write('BM', 'latin1');
  header.writeUInt32LE(54 + behind.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(4, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(compression, 30);
  header.writeUInt32LE(rows.length, 34);
  return Buffer.concat([header, behind, rows]);
}

const blackAndWhite = Buffer.from([0, 0, 0, 0, 255, 255, 255, 0]);
const masks = Buffer.from([0x00, 0xf8, 0, 0, 0xe0, 0x07, 0, 0, 0x1f, 0x00, 0, 0]);
const white = (bytes: number) => new Array(bytes).fill(255);
const black = (bytes: number) => new Array(bytes).fill(0);
/** As seen: black, white, black, white above white, white, black, black. */
const shown = { mediaType: 'image/bmp', width: 4, height: 2, data: [0, 255, 0, 255, 255, 255, 0, 0] };

describe('BMP', () => {
  test.each([
    ['1 bit', writeBitmap(1, { behind: blackAndWhite }, Buffer.from([0xc0, 0, 0, 0, 0x50, 0, 0, 0]))],
    ['4 bits', writeBitmap(4, { behind: blackAndWhite }, Buffer.from([0x11, 0x00, 0, 0, 0x01, 0x01, 0, 0]))],
    ['8 bits', writeBitmap(8, { behind: blackAndWhite }, Buffer.from([1, 1, 0, 0, 0, 1, 0, 1]))],
    ['16 bits', writeBitmap(16, {}, Buffer.from([255, 127, 255, 127, 0, 0, 0, 0, 0, 0, 255, 127, 0, 0, 255, 127]))],
    [
      '16 bits with masks',
      writeBitmap(16, { compression: 3, behind: masks }, Buffer.from([...white(4), ...black(6), 255, 255, 0, 0, 255, 255])),
    ],
    ['24 bits', writeBitmap(24, {}, Buffer.from([...white(6), ...black(9), ...white(3), ...black(3), ...white(3)]))],
    ['32 bits', writeBitmap(32, {}, Buffer.from([...white(8), ...black(12), ...white(4), ...black(4), ...white(4)]))],
    ['8 bits from the top', writeBitmap(8, { behind: blackAndWhite, height: -2 }, Buffer.from([0, 1, 0, 1, 1, 1, 0, 0]))],
    ['runs of 8 bits', writeBitmap(8, { compression: 1, behind: blackAndWhite }, Buffer.from([2, 1, 2, 0, 0, 0, 0, 4, 0, 1, 0, 1, 0, 1]))],
    ['runs of 4 bits', writeBitmap(4, { compression: 2, behind: blackAndWhite }, Buffer.from([2, 0x11, 2, 0, 0, 0, 4, 0x01, 0, 1]))],
    ['runs without an end', writeBitmap(4, { compression: 2, behind: blackAndWhite }, Buffer.from([2, 0x11, 0, 0, 0, 4, 0x01, 0x01]))],
    ['runs that jump', writeBitmap(8, { compression: 1, behind: blackAndWhite }, Buffer.from([2, 1, 0, 2, 0, 1, 0, 0]))],
    [
      'runs beyond the end of a row',
      writeBitmap(8, { compression: 1, behind: blackAndWhite }, Buffer.from([2, 1, 200, 0, 0, 0, 0, 5, 0, 1, 0, 1, 1, 1])),
    ],
  ])('%s', async (name, bytes) => {
    const bottomOnly = { ...shown, data: [0, 0, 0, 0, 255, 255, 0, 0] };
    expect(await decodePage(bytes)).toEqual(name === 'runs that jump' ? bottomOnly : shown);
  });

  const levels = { width: 61, height: 40, data: Uint8Array.from({ length: 61 * 40 }, (_, i) => (i % 7 < 5 ? (i >> 5) * 3 : i * 37)) };
  const coarse = levels.data.map((level) => Math.round(level / 17) * 17);
  test.each([
    ['BI_RLE8', writeRunLengthBmp(levels, 8), levels.data],
    ['BI_RLE4', writeRunLengthBmp(levels, 4), coarse],
    ['OS/2 1.x', writeOs2Bmp(levels, 8), levels.data],
    ['OS/2 1.x of 4 bits', writeOs2Bmp(levels, 4), coarse],
    ['OS/2 2.x', writeShortOs2Bmp(levels, 8), levels.data],
  ])('%s: every pixel', async (_, bytes, data) => {
    expect(await decodePage(bytes)).toEqual({ mediaType: 'image/bmp', width: 61, height: 40, data: [...data] });
    expect(await refusalOf(bytes.subarray(0, -600))).toBe('picture.corrupt');
  });

  test('cut off within its pixels or its header', async () => {
    const [, bytes] = ['24 bits', writeBitmap(24, {}, Buffer.alloc(24))];
    expect(await refusalOf(bytes.subarray(0, 60))).toBe('picture.corrupt');
    expect(await refusalOf(bytes.subarray(0, 20))).toBe('picture.corrupt');
  });

  test('a picture that is none: a header of no kind, runs of the wrong depth, depths that none has', async () => {
    const other = writeBitmap(24, {}, Buffer.alloc(24));
    other.writeUInt32LE(13, 14);
    expect(await refusalOf(other)).toBe('picture.corrupt');
    expect(await refusalOf(writeBitmap(8, { compression: 2, behind: blackAndWhite }, Buffer.of(0, 1)))).toBe('picture.corrupt');
    expect(await refusalOf(writeBitmap(7, {}, Buffer.alloc(80)))).toBe('picture.corrupt');
    expect(await refusalOf(writeBitmap(48, {}, Buffer.alloc(80)))).toBe('picture.corrupt');
  });

  test.each([4, 5, 11])('coding %i is refused by name', async (compression) => {
    expect(await refusalOf(writeBitmap(24, { compression }, Buffer.alloc(24)))).toBe('picture.unsupported');
  });

  test('more pixels than allowed, told from the header', async () => {
    const large = writeBitmap(24, {}, Buffer.alloc(24));
    large.writeInt32LE(10_000, 18);
    expect(await refusalOf(large)).toBe('picture.too_large');
  });
});
