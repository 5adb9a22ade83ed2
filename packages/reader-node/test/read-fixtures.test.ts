import { readdirSync, readFileSync } from 'node:fs';
import type { Reading } from '@ocr-web/reader';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawPicture } from '../src/draw/draw-picture.ts';
import {
  createPictureDecoder,
  createScratch,
  loadFaceDetector,
  loadModels,
  loadTextRecogniser,
  type Models,
  readPicture,
} from '../src/in-process.ts';
import { openReaderPool } from '../src/index.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const folder = new URL('./fixtures/', import.meta.url);
const load = (name: string) => readFileSync(new URL(name, folder));
const mediaTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tiff: 'image/tiff',
  gif: 'image/gif',
  avif: 'image/avif',
  bmp: 'image/bmp',
  heic: 'image/heic',
  pdf: 'application/pdf',
};
type Ending = keyof typeof mediaTypes;
const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1) as Ending;

const decodePicture = createPictureDecoder({ maxPixels: 100_000_000 });

let onnx: Models;
let kernels: Models;
beforeAll(async () => {
  onnx = await loadModels(undefined, 'onnxruntime-node');
  kernels = await loadModels(undefined, 'wasm');
});

/** A reading without its times. */
async function read(models: Models, bytes: Uint8Array): Promise<Omit<Reading, 'timing'>> {
  const tools = { decodePicture, models, scratch: createScratch() };
  const { timing: _, ...reading } = await readPicture(bytes, tools, { today: '2026-11-29' });
  return reading;
}

/**
 * The same reading whose fractions may differ a little: the logarithms of the recogniser's
 * probabilities do in their seventh digit.
 */
function nearly(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : expect.closeTo(value, 3);
  if (Array.isArray(value)) return value.map(nearly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, nearly(inner)]));
}

test.each(['passport.jpg', 'card.png'])(
  '%s: print, portrait and signature, by both runtimes',
  async (name) => {
    const readAll = async (runtime: 'onnxruntime-node' | 'wasm') => {
      const networks = {
        models: runtime === 'wasm' ? kernels : onnx,
        loadTextRecogniser: () => loadTextRecogniser(undefined, runtime),
        loadFaceDetector: () => loadFaceDetector(undefined, runtime),
      };
      const options = { today: '2026-11-29', visual: true, portrait: true };
      const { timing: _, ...reading } = await readPicture(load(name), { decodePicture, scratch: createScratch(), ...networks }, options);
      return reading;
    };
    const reading = await readAll('onnxruntime-node');
    expect(Object.keys(reading)).toEqual(expect.arrayContaining(['visual', 'portraits', 'signatures']));
    expect(await readAll('wasm')).toEqual(nearly(reading));
  },
  60_000,
);

// Turned by a half and by a quarter, askew, mirrored in its file, behind an orientation.
const wereTurned = new Set(['passport.jpg', 'pages.tiff', 'scan.pdf', 'tiles.heic']);

/** The crop of a zone is flat and reads the same. */
async function checkCrop(bytes: Uint8Array, { page, quad, lines }: Reading['zones'][number]): Promise<void> {
  const reading = await read(onnx, await drawPicture(bytes, { kind: 'crop', page, quad }, decodePicture));
  expect(reading.zones.map((zone) => zone.lines)).toEqual([lines]);
  const angle = reading.zones[0]?.rotation_deg ?? 180;
  expect(Math.min(angle, 360 - angle)).toBeLessThan(1);
  expect(reading.pages[0]?.width).toBeLessThanOrEqual(1600);
}

describe('a file of every kind', () => {
  test('is among the fixtures, with what it says', () => {
    const files = readdirSync(folder).filter((name) => endingOf(name) in mediaTypes);
    expect(files.sort()).toEqual(Object.keys(expected).sort());
    expect(new Set(files.map(endingOf))).toEqual(new Set(Object.keys(mediaTypes)));
  });

  test.each(Object.entries(expected))(
    '%s: what it says, by both runtimes; the crops of its zones read alike',
    async (name, { pages, zones }) => {
      const bytes = load(name);
      const reading = await read(onnx, bytes);
      expect(reading.mediaType).toBe(mediaTypes[endingOf(name)]);
      expect(reading.pages).toHaveLength(pages);
      const found = reading.zones.map(({ page, lines }) => ({ page, lines })).sort((a, b) => a.page - b.page);
      expect(found).toEqual(zones);
      for (const zone of reading.zones) {
        expect(zone.document.checks.filter((check) => check.holds === false)).toEqual([]);
        const { width = 0, height = 0 } = reading.pages[zone.page] ?? {};
        const corners = [zone.quad, ...zone.lineQuads].flat();
        expect(corners.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height)).toEqual([]);
        expect(zone.lineQuads).toHaveLength(zone.lines.length);
      }
      expect(await read(kernels, bytes)).toEqual(nearly(reading));
      if (wereTurned.has(name)) for (const zone of reading.zones) await checkCrop(bytes, zone);
    },
    60_000,
  );
});

test('a pool whose readers compute with the kernels', async () => {
  const pool = await openReaderPool({ size: 1, runtime: 'wasm' });
  try {
    const { zones } = await pool.read(load('passport.jpg'));
    expect(zones.map(({ lines, score }) => ({ lines, score }))).toEqual([{ lines: expected['passport.jpg'].zones[0]!.lines, score: 100 }]);
  } finally {
    await pool.close();
  }
});
