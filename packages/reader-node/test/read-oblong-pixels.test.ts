import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { ZoneReading } from '@ocr-web/reader';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { drawPicture } from '../src/draw/draw-picture.ts';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '../src/in-process.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const card = readFileSync(new URL('./fixtures/card.png', import.meta.url));
const [shown] = expected['card.png'].zones;
const full = { width: 685, height: 432 };
const decodePicture = createPictureDecoder({ maxPixels: 1_000_000 });

let tools: ReaderTools;
let square: ZoneReading;
beforeAll(async () => {
  tools = { decodePicture, models: await loadModels(), scratch: createScratch() };
  [square] = (await read(card)).zones as [ZoneReading];
});
const read = (bytes: Uint8Array) => readPicture(bytes, tools, { today: '2026-11-28' });

/** The card with fewer pixels in one direction than in the other. */
const squeeze = (width: number, height: number): Sharp => sharp(card).toColourspace('b-w').resize(width, height, { fit: 'fill' });

const writeTiff = (picture: Sharp, x: number, y: number) => picture.tiff({ compression: 'lzw', xres: x, yres: y }).toBuffer();

async function writePng(picture: Sharp, x: number, y: number): Promise<Buffer> {
  const png = await picture.png().toBuffer();
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(x, 8);
  chunk.writeUInt32BE(y, 12);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  const header = 33;
  return Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)]);
}

async function writeJpeg(picture: Sharp, x: number, y: number): Promise<Buffer> {
  const jpeg = await picture.jpeg({ quality: 90 }).toBuffer();
  const segment = Buffer.from('\xff\xe0\0\x10JFIF\0\x01\x02\x01\0\0\0\0\0\0', 'latin1');
  segment.writeUInt16BE(x, 12);
  segment.writeUInt16BE(y, 14);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

const { width, height } = full;
test.each([
  ['TIFF, rows of a fax', () => writeTiff(squeeze(width, height / 2), 8, 4), width, height / 2],
  ['TIFF, columns', () => writeTiff(squeeze(300, height), 300, 685), 300, height],
  ['PNG', () => writePng(squeeze(width, 144), 6000, 2000), width, 144],
  ['JPEG', () => writeJpeg(squeeze(width, 216), 204, 102), width, 216],
  [
    'JPEG on its side',
    async () => writeJpeg(sharp(await squeeze(width, 216).rotate(90).png().toBuffer()).withMetadata({ orientation: 8 }), 102, 204),
    width,
    216,
  ],
] as const)('%s: read, in pixels as stored, and drawn as it is in print', async (_, write, storedWidth, storedHeight) => {
  const bytes = await write();
  const reading = await read(bytes);
  expect(reading.pages).toEqual([{ width: storedWidth, height: storedHeight }]);
  expect(reading.zones.map(({ lines }) => lines)).toEqual([shown?.lines]);
  const [zone] = reading.zones;
  const off = zone!.quad.map(({ x, y }, index) => {
    const corner = square.quad[index]!;
    return Math.max(Math.abs((x * width) / storedWidth - corner.x), Math.abs((y * height) / storedHeight - corner.y));
  });
  expect(Math.max(...off), off.join(' ')).toBeLessThan(6);
  const page = await sharp(await drawPicture(bytes, { kind: 'page', page: 0 }, decodePicture)).metadata();
  expect(Math.abs(page.width / page.height - width / height)).toBeLessThan(0.02);
  const crop = await drawPicture(bytes, { kind: 'crop', page: 0, quad: zone!.quad }, decodePicture);
  expect((await read(crop)).zones.map(({ lines }) => lines)).toEqual([shown?.lines]);
  const annotated = await drawPicture(bytes, { kind: 'annotated', page: 0, zones: reading.zones }, decodePicture);
  expect((await sharp(annotated).metadata()).width).toBe(page.width);
});

test.each([
  ['nearly square', 99, 98],
  ['no device has it', 500, 100],
  ['no number', 0, 100],
])('a resolution that is no reason to scale: %s', async (_, x, y) => {
  const page = await (await decodePicture(await writePng(sharp(card), x, y))).openPage(0);
  expect({ width: page.width, height: page.height, stored: page.stored }).toEqual({ ...full, stored: undefined });
});

test('a page that would become larger than a picture may be stays as it is stored', async () => {
  const decodeSmall = createPictureDecoder({ maxPixels: 300_000 });
  const page = await (await decodeSmall(await writePng(sharp(card), 200, 100))).openPage(0);
  expect({ width: page.width, height: page.height, stored: page.stored }).toEqual({ ...full, stored: undefined });
});
