import { readFileSync } from 'node:fs';
import type { Reading } from '@ocr-web/reader';
import { isEngineError } from '@ocr-web/reader';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '../src/in-process.ts';
import { type GreyPicture, writeOs2Bmp, writeRunLengthBmp, writeShortOs2Bmp } from './fixtures/draw/write-coded-bmp.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const folder = new URL('./fixtures/', import.meta.url);
const load = (name: string) => readFileSync(new URL(name, folder));
const today = '2026-11-23';

let models: ReaderTools['models'];
beforeAll(async () => {
  models = await loadModels();
});

const read = (bytes: Uint8Array, limits: { maxPixels?: number; maxPages?: number } = {}): Promise<Reading> =>
  readPicture(
    bytes,
    { decodePicture: createPictureDecoder({ maxPixels: 10_000_000, ...limits }), models, scratch: createScratch() },
    { today },
  );

async function refusalOf(bytes: Uint8Array, limits?: { maxPixels?: number; maxPages?: number }): Promise<string> {
  const outcome = await read(bytes, limits).then(
    () => 'read',
    (error) => error,
  );
  return isEngineError(outcome) ? `${outcome.code}: ${outcome.message}` : String(outcome);
}

/** Overwrites a stretch in the middle of some part of a file. */
function damage(bytes: Buffer, at: number, length: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.fill(0xa5, at, at + length);
  return damaged;
}

test.each(Object.keys(expected))('%s is refused when it is cut off', async (name) => {
  const bytes = load(name);
  expect(await refusalOf(bytes.subarray(0, bytes.length >> 1))).toMatch(/^picture\.corrupt: .*damaged or cut off/);
});

describe('a JPEG that lost its end', () => {
  const lay = (progressive: boolean) => {
    const card = sharp(load('card.png')).extend({ bottom: 400, background: '#345' });
    return card.jpeg({ quality: 80, progressive }).toBuffer();
  };

  test.each([
    ['the end marker', false, 1],
    ['rows below the zone', false, 0.93],
    ['the last scans', true, 0.9],
  ])('%s: read, and a hint says so', async (_, progressive, part) => {
    const whole = await lay(progressive);
    const reading = await read(whole.subarray(0, Math.floor(whole.length * part) - 2));
    expect(reading.zones.map(({ lines }) => lines)).toEqual([expected['card.png'].zones[0]?.lines]);
    expect(reading.hints.map(({ code, page }) => ({ code, page }))).toEqual([{ code: 'file_incomplete', page: 0 }]);
  });

  test('the zone: refused', async () => {
    const whole = await lay(false);
    expect(await refusalOf(whole.subarray(0, whole.length >> 2))).toBe(
      'picture.corrupt: The file begins like image/jpeg but is damaged or cut off, and nothing could be read in what is left of it.',
    );
  });
});

describe('BMP as other programs write it', () => {
  test.each([
    ['runs of 8 bits', (picture: GreyPicture) => writeRunLengthBmp(picture, 8)],
    ['runs of 4 bits', (picture: GreyPicture) => writeRunLengthBmp(picture, 4)],
    ['OS/2 1.x', (picture: GreyPicture) => writeOs2Bmp(picture, 8)],
    ['OS/2 2.x', (picture: GreyPicture) => writeShortOs2Bmp(picture, 4)],
  ])('%s', async (_, write) => {
    const { data, info } = await sharp(load('card.png')).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    const reading = await read(write({ data, width: info.width, height: info.height }));
    expect(reading.pages).toEqual([{ width: info.width, height: info.height }]);
    expect(reading.zones.map(({ lines }) => lines)).toEqual([expected['card.png'].zones[0]?.lines]);
  });
});

describe('of several pages', () => {
  test('those that are not damaged are read, and a hint names the others', async () => {
    const reading = await read(damage(load('pages.tiff'), 20_000, 200));
    expect(reading.zones.map(({ page, lines }) => ({ page, lines }))).toEqual([expected['pages.tiff'].zones[1]]);
    expect(reading.pages).toEqual(new Array(3).fill({ width: 1000, height: 704 }));
    const message = 'Page 1 was not read. The file begins like image/tiff but cannot be decoded: it is damaged or cut off.';
    expect(reading.hints.filter((hint) => hint.code === 'page_not_read')).toEqual([{ code: 'page_not_read', message, page: 0 }]);
  });

  test('those whose turn does not come in time are left out, the first is always read', async () => {
    const tools = { decodePicture: createPictureDecoder({ maxPixels: 10_000_000 }), models, scratch: createScratch() };
    const reading = await readPicture(load('pages.tiff'), tools, { today, pagesWithinMs: 0 });
    expect(reading.zones.map(({ page }) => page)).toEqual([0]);
    expect(reading.pages).toEqual([
      { width: 1000, height: 704 },
      { width: 0, height: 0 },
      { width: 0, height: 0 },
    ]);
    const late = reading.hints.filter((hint) => hint.code === 'page_not_read');
    expect(late.map(({ page, message }) => [page, message])).toEqual([
      [1, 'Page 2 was not read. The time for this file was over before its turn came.'],
      [2, 'Page 3 was not read. The time for this file was over before its turn came.'],
    ]);
  });

  test('all too large: refused', async () => {
    expect(await refusalOf(load('pages.tiff'), { maxPixels: 700_000 })).toBe(
      'picture.too_large: The picture has 1000 x 704 pixels, more than the limit of 700000.',
    );
  });

  test.each(['pages.tiff', 'text.pdf'] as const)('%s: as many as allowed, and one more', async (name) => {
    const { pages } = expected[name];
    const allowed = await createPictureDecoder({ maxPixels: 10_000_000, maxPages: pages })(load(name));
    expect(allowed.pageCount).toBe(pages);
    allowed.close();
    expect(await refusalOf(load(name), { maxPages: pages - 1 })).toBe(
      `picture.too_many_pages: The file has ${pages} pages, more than the limit of ${pages - 1}. Send the ones that matter.`,
    );
  });
});

describe('HEIC', () => {
  test('its size is known before its pixels, which are damaged here', async () => {
    const bytes = load('tiles.heic');
    const damaged = damage(bytes, bytes.indexOf('mdat') + 4, 10_000);
    expect(await refusalOf(damaged, { maxPixels: 700_000 })).toMatch(/^picture\.too_large: The picture has 1000 x 704 pixels/);
  });
});

describe('PDF', () => {
  test('that needs a password', async () => {
    const lock = `<</Filter/Standard/V 1/R 2/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>`;
    const trailer = `trailer\n<</Encrypt${lock}/ID[(${'i'.repeat(16)})(${'i'.repeat(16)})]`;
    const locked = load('text.pdf').toString('latin1').replace('trailer\n<<', trailer);
    expect(await refusalOf(Buffer.from(locked, 'latin1'))).toBe(
      'picture.encrypted: The PDF is encrypted and opens with a password only. Send it without one.',
    );
  });

  test('behind what a scanner puts before it', async () => {
    const reading = await read(Buffer.concat([Buffer.from('@PJL ENTER LANGUAGE=PDF\r\n'), load('text.pdf')]));
    expect(reading.zones.map((zone) => zone.lines)).toEqual([expected['text.pdf'].zones[0]?.lines]);
  });

  // A4 at 300 dpi has 8.7 million pixels; a page may say that it is as large as a house, or as
  // small as a stamp.
  test.each([
    ['0 0 595 842', 2479, 3508],
    ['0 0 9999 999', 12_654, 1264],
    ['0 0 059 084', 1404, 2000],
  ])('a page of %s is drawn %i by %i pixels', async (box, width, height) => {
    const resized = load('text.pdf').toString('latin1').replace('0 0 595 842', box);
    const picture = await createPictureDecoder({ maxPixels: 100_000_000 })(Buffer.from(resized, 'latin1'));
    const page = await picture.openPage(0);
    expect([page.width, page.height]).toEqual([width, height]);
    picture.close();
  });

  test('no page is drawn larger than a picture may be', async () => {
    const { pages } = await read(load('text.pdf'), { maxPixels: 2_000_000 });
    expect(pages).toEqual(new Array(2).fill({ width: 1188, height: 1682 }));
  });
});
