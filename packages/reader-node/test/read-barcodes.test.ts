import { readFileSync } from 'node:fs';
import type { BarcodeReading } from '@ocr-web/reader';
import { type ReaderTools, readPicture } from '@ocr-web/reader/engine';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { virginia2020, virginia2020Fields } from '../../reader/test/barcodes/aamva-specimens.ts';
import { createPictureDecoder, createScratch, loadBarcodeScanner, loadModels } from '../src/in-process.ts';
import { openReaderPool, type ReaderPool } from '../src/index.ts';
import { drawBarcode, drawCardWith, type Photo } from './draw-barcode.ts';

let tools: ReaderTools;
let pool: ReaderPool;
let loaded = 0;
beforeAll(async () => {
  const scan = await loadBarcodeScanner();
  const loadScanner = () => {
    loaded++;
    return Promise.resolve(scan);
  };
  const decodePicture = createPictureDecoder({ maxPixels: 20_000_000 });
  tools = { decodePicture, models: await loadModels(), loadBarcodeScanner: loadScanner, scratch: createScratch() };
  pool = await openReaderPool({ size: 1 });
}, 60_000);
afterAll(() => pool.close());

const options = { today: '2026-11-29', barcodes: true };
const read = async (picture: Buffer) => (await readPicture(picture, tools, options)).barcodes!;

const wide = { width: 1160, height: 560 };
const square = { width: 480, height: 560 };
const symbols = [
  ['pdf417', 'PDF417', { width: 1000 }, wide, virginia2020],
  ['qr', 'QRCode', { width: 300 }, square, 'SPECIMEN 0123456789'],
  ['aztec', 'Aztec', { width: 260 }, square, 'SPECIMEN 0123456789'],
  ['data_matrix', 'DataMatrix', { width: 300 }, square, 'DC04FR000001FFFF23DC2801FR'],
  ['code_39', 'Code39', { width: 900, height: 90 }, wide, 'RSSMRA80A01H501U'],
  ['code_128', 'Code128', { width: 700, height: 90 }, wide, 'UTO-0123456789'],
] as const;

const photos: readonly Photo[] = [{}, { degrees: -35, blur: 0.8 }, { degrees: 118 }];

test.each(symbols)(
  '%s is read upright, turned and out of focus',
  async (kind, format, size, card, text) => {
    const symbol = await drawBarcode(text, format, size);
    const found: unknown[] = [];
    for (const photo of photos)
      found.push((await read(await drawCardWith(symbol, photo, card))).map((barcode) => [barcode.kind, barcode.text]));
    expect(found).toEqual(photos.map(() => [[kind, text]]));
  },
  60_000,
);

test('bars that run into each other are read', async () => {
  const symbol = await drawBarcode('UTO-0123456789', 'Code128', { width: 660, height: 90 });
  const blurred = await drawCardWith(symbol, { degrees: 4, blur: 2.6 }, wide);
  expect((await read(blurred)).map(({ kind, text }) => [kind, text])).toEqual([['code_128', 'UTO-0123456789']]);
});

const centreOf = ({ quad }: BarcodeReading) => ({ x: Math.round((quad[0].x + quad[2].x) / 2), y: Math.round((quad[0].y + quad[2].y) / 2) });

test('the place is that in the picture, also in one that was turned or shrunk to be read', async () => {
  const symbol = await drawBarcode('RSSMRA80A01H501U', 'Code39', { width: 700, height: 90 });
  const [upright] = await read(await drawCardWith(symbol));
  expect(centreOf(upright!)).toEqual({ x: expect.closeTo(430, -1), y: expect.closeTo(225, -1) });
  const turned = await drawCardWith(symbol, { degrees: 90 + 20 });
  const { width, height } = await sharp(turned).metadata();
  // The card's middle is the picture's; the symbol's lies (-170, -155) beside it.
  const [cos, sin] = [Math.cos((110 * Math.PI) / 180), Math.sin((110 * Math.PI) / 180)];
  const [barcode] = await read(turned);
  const expected = { x: width! / 2 - 170 * cos + 155 * sin, y: height! / 2 - 170 * sin - 155 * cos };
  const found = centreOf(barcode!);
  expect(Math.hypot(found.x - expected.x, found.y - expected.y)).toBeLessThan(15);
});

test('a licence is read into fields, in a child of the pool, under its limits', async () => {
  const picture = await drawCardWith(await drawBarcode(virginia2020, 'PDF417', { width: 1000 }));
  const { barcodes } = await pool.read(picture, { barcodes: true });
  expect(barcodes).toEqual([
    {
      page: 0,
      kind: 'pdf417',
      text: virginia2020,
      quad: expect.any(Array),
      content: { standard: 'aamva', version: '10', fields: virginia2020Fields, checks: {} },
    },
  ]);
});

test('bytes that are no text come as base64', async () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index * 13);
  const picture = await drawCardWith(await drawBarcode(bytes, 'QRCode', { width: 300 }));
  expect((await read(picture)).map(({ text, base64 }) => [text, base64])).toEqual([[undefined, Buffer.from(bytes).toString('base64')]]);
});

test('what a barcode says is compared with the zone beside it', async () => {
  const card = readFileSync(new URL('./fixtures/card.png', import.meta.url));
  // Of BERG, TOMAS, born on 28 August 1991, but with the day before.
  const code = await drawBarcode('BRGTMS91M27H501K', 'Code39', { width: 620, height: 60 });
  const picture = await sharp(card)
    .composite([{ input: code, top: 20, left: 20 }])
    .png()
    .toBuffer();
  const [barcode] = await read(picture);
  expect(barcode?.content?.checks).toEqual({
    check_character: 'valid',
    surname: 'match',
    given_names: 'match',
    birth_date: 'mismatch',
    sex: 'match',
  });
});

test('a reading that does not ask loads nothing for it and says nothing of it', async () => {
  const before = loaded;
  const reading = await readPicture(await drawCardWith(await drawBarcode('A', 'QRCode', { width: 200 })), tools, { today: '2026-11-29' });
  expect(['barcodes' in reading, loaded - before]).toEqual([false, 0]);
});
