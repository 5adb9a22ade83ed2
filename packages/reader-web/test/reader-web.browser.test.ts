import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isEngineError, type Reading } from '@ocr-web/reader';
import {
  createPictureDecoder,
  createScratch,
  loadFaceDetector,
  loadModels,
  loadTextRecogniser,
  type ReaderTools,
  readPicture,
} from '@ocr-web/reader-node/in-process';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawDocument } from '../../reader/test/portrait/draw-document.ts';
import expected from '../../reader-node/test/fixtures/expected.json' with { type: 'json' };
import { buildPage } from './browser/build-page.ts';
import { type OpenedPage, openPage } from './browser/open-page.ts';
import type { FileOutcome } from './browser/reader-page-api.ts';
import { compareReadings, type Difference } from './parity/compare-readings.ts';
import { drawParityPictures } from './parity/draw-parity-pictures.ts';

const fixtures = new URL('../../reader-node/test/fixtures/', import.meta.url);
const load = (name: string) => readFileSync(new URL(name, fixtures));

let opened: OpenedPage;
let tools: ReaderTools;

beforeAll(async () => {
  opened = await openPage(await buildPage(fileURLToPath(new URL('./page/', import.meta.url))));
  tools = {
    decodePicture: createPictureDecoder({ maxPixels: 100_000_000 }),
    models: await loadModels(),
    loadTextRecogniser,
    loadFaceDetector,
    scratch: createScratch(),
  };
});

afterAll(async () => {
  await opened?.close();
});

async function readInBrowser(name: string, bytes: Uint8Array): Promise<FileOutcome> {
  opened.server.files.set(name, bytes);
  const [outcome] = await opened.page.evaluate((names) => readerPage.readFiles(names), [name]);
  return outcome!;
}

const refusal = async (name: string, bytes: Uint8Array) => {
  const outcome = await readInBrowser(name, bytes);
  return 'code' in outcome ? `${outcome.code}: ${outcome.message}` : 'read';
};

function readInNode(bytes: Uint8Array): Promise<Reading> {
  return readPicture(bytes, tools, { today: new Date().toISOString().slice(0, 10) });
}

async function compare(name: string, bytes: Uint8Array): Promise<Difference> {
  const outcome = await readInBrowser(name, bytes);
  if ('code' in outcome) throw new Error(`${name}: ${outcome.message}`);
  return compareReadings(outcome.reading, await readInNode(bytes));
}

const decodable = Object.keys(expected).filter((name) => /\.(jpg|png|webp|gif|avif|bmp)$/.test(name));

test.each(decodable)('%s: the browser reads what Node reads', async (name) => {
  const { corners_px, ...rest } = await compare(name, load(name));
  expect(rest).toEqual({ sameLines: true, sameHints: true, samePages: true, scores: [100, 100] });
  expect(corners_px).toBeLessThan(2);
});

test('drawn pictures of all kinds, many of them near the edge of what can be read', async () => {
  const pictures = await drawParityPictures(100);
  const all: (Difference & { readonly name: string })[] = [];
  for (const [name, bytes] of pictures) all.push({ name, ...(await compare(name, bytes)) });
  const sure = all.filter(({ scores }) => scores.some((score = 0) => score >= 95));
  const apart = ({ scores: [one = 0, other = 0] }: Difference) => Math.abs(one - other);
  expect(pictures.size).toBe(100);
  expect(all.filter(({ samePages }) => !samePages)).toEqual([]);
  // What one side is sure of, the other reads alike. docs/decisions says why not everything is
  // equal.
  expect(sure.filter((one) => !one.sameLines || one.corners_px > 6)).toEqual([]);
  expect(sure.filter((one) => !one.sameHints || apart(one) > 5).length).toBeLessThanOrEqual(2);
  expect(sure.length).toBeGreaterThanOrEqual(45);
  expect(all.filter(({ sameLines }) => sameLines).length).toBeGreaterThanOrEqual(98);
  expect(all.filter(({ sameHints }) => sameHints).length).toBeGreaterThanOrEqual(98);
  // Where both decoders give the same pixels, everything is.
  const lossless = all.filter(({ name }) => /-(lossless|grey|turned)\.png$/.test(name));
  expect(lossless.length).toBeGreaterThan(20);
  expect(lossless.filter((one) => !one.sameLines || !one.sameHints || apart(one) > 0 || one.corners_px > 1e-6)).toEqual([]);
}, 600_000);

describe('what is refused, and the way out', () => {
  const wayOut = 'Send it to the service, or save it as JPEG or PNG.';
  test.each([
    ['card.heic', 'image/heic'],
    ['pages.tiff', 'image/tiff'],
    ['scan.pdf', 'application/pdf'],
  ])('%s', async (name, kind) => {
    expect(await refusal(name, load(name))).toBe(`picture.unsupported: This browser cannot decode ${kind}. ${wayOut}`);
  });

  test('more pixels than may be, before one is decoded', async () => {
    const bytes = Buffer.from(load('card.png'));
    bytes.writeUInt32BE(50_000, 16);
    bytes.writeUInt32BE(50_000, 20);
    const sentence = 'The picture has 50000 x 50000 pixels, more than the limit of 100000000.';
    expect(await refusal('bomb.png', bytes)).toBe(`picture.too_large: ${sentence}`);
  });

  test('more bytes than may be', async () => {
    const sentence = `The file has ${21 * 2 ** 20} bytes; at most ${20 * 2 ** 20} are read.`;
    expect(await refusal('large.jpg', new Uint8Array(21 * 2 ** 20))).toBe(`picture.too_large: ${sentence}`);
  });

  test.each(decodable)('%s cut off in its middle', async (name) => {
    const bytes = load(name);
    const half = bytes.subarray(0, bytes.length >> 1);
    const here = await refusal(name, half);
    const there = await readInNode(half).catch((error) => (isEngineError(error) ? error.code : String(error)));
    expect([here.slice(0, 16), there]).toEqual(['picture.corrupt:', 'picture.corrupt']);
  });

  test('a JPEG that lost its end only is read, and a hint says so', async () => {
    const bytes = load('passport.jpg');
    const outcome = await readInBrowser('cut.jpg', bytes.subarray(0, bytes.length - 400));
    expect('reading' in outcome && outcome.reading.hints.map(({ code }) => code)).toEqual(['file_incomplete']);
    expect('reading' in outcome && outcome.reading.zones.map(({ lines }) => lines)).toEqual([expected['passport.jpg'].zones[0]?.lines]);
  });
});

test('a reading that is given up ends at once, and the next one is right', async () => {
  opened.server.files.set('passport.jpg', load('passport.jpg'));
  const [given, next] = await opened.page.evaluate((name) => readerPage.abortThenRead(name, 5), 'passport.jpg');
  expect(given).toEqual({ code: 'TimeoutError', message: 'TimeoutError: signal timed out' });
  expect('reading' in next! && next.reading.zones.map(({ lines }) => lines)).toEqual([expected['passport.jpg'].zones[0]?.lines]);
});

test('frames: the second is read where the first one was, and both together', async () => {
  opened.server.files.set('passport.jpg', load('passport.jpg'));
  const { first, second, combined } = await opened.page.evaluate((name) => readerPage.readFrames(name), 'passport.jpg');
  const { lines } = expected['passport.jpg'].zones[0]!;
  const said = (zones: Reading['zones']) => zones.map((zone) => ({ lines: zone.lines, score: zone.score }));
  expect([said(first), said(second), combined?.lines, combined?.score]).toEqual([
    [{ lines, score: 100 }],
    [{ lines, score: 100 }],
    lines,
    100,
  ]);
});

test('what is loaded has the size that the progress says', async () => {
  const progress = await opened.page.evaluate(() => readerPage.progress());
  const files = [
    '@ocr-web/kernels/wasm/kernels-relaxed.wasm',
    '@ocr-web/kernels/models/mrz-detector.weights',
    '@ocr-web/kernels/models/mrz-recogniser.weights',
  ];
  const total = files.reduce((sum, file) => sum + statSync(fileURLToPath(import.meta.resolve(file))).size, 0);
  expect(progress.at(-1)).toEqual({ loaded: total, total });
});

describe('print and portraits', () => {
  const read = async (name: string, bytes: Uint8Array, extras: { visual?: boolean; portrait?: boolean }) => {
    opened.server.files.set(name, bytes);
    const [outcome] = await opened.page.evaluate(([file, asked]) => readerPage.readFiles([file], asked), [name, extras] as const);
    if (!outcome || 'code' in outcome) throw new Error(outcome?.message);
    return outcome.reading;
  };
  const said = ({ visual = [], portraits = [], signatures = [] }: Reading) => ({
    print: visual.map(({ fields, checks }) => [checks, Object.entries(fields).map(([key, field]) => [key, field?.value])]),
    // Of half a pixel of a side apart, at most: decoders differ.
    portraits: portraits.map(({ kind, quad }) => [kind, ...quad.map(({ x, y }) => [Math.round(x / 4), Math.round(y / 4)])]),
    signatures: signatures.length,
  });

  test('are read as Node reads them, where they are asked for, and their networks are loaded then', async () => {
    const requested: string[] = [];
    opened.page.context().on('request', (request) => requested.push(...(/visual-text|face-detector/.exec(request.url()) ?? [])));
    const page = await sharp(load('visual/genuine.jpg')).png().toBuffer();
    const plain = await read('plain.png', page, {});
    expect([Object.keys(plain).includes('visual'), Object.keys(plain).includes('portraits')]).toEqual([false, false]);
    expect(requested).toEqual([]);
    const drawn = drawDocument(1000, 704, [{ left: 40, top: 150, width: 250 }], { x: 600, y: 560 });
    const card = await sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
      .png()
      .toBuffer();
    const asked = [
      ['page.png', page, { visual: true }],
      ['card.png', card, { portrait: true }],
    ] as const;
    for (const [name, bytes, extras] of asked) {
      const there = await readPicture(bytes, tools, { today: new Date().toISOString().slice(0, 10), ...extras });
      expect(said(await read(name, bytes, extras))).toEqual(said(there));
    }
    expect(requested.sort()).toEqual(['face-detector', 'visual-text']);
  }, 120_000);
});

test('nothing was asked of another origin, and the policy had nothing to refuse', () => {
  expect({ foreign: opened.foreignRequests, complaints: opened.complaints }).toEqual({ foreign: [], complaints: [] });
});
