import { globSync, readFileSync } from 'node:fs';
import type { Reading } from '@ocr-web/reader';
import { beforeAll, expect, test } from 'vitest';
import { createPictureDecoder, createScratch, loadModels, type Models, readPicture } from '../src/in-process.ts';
import { openReaderPool } from '../src/index.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const fixtures = new URL('./fixtures/', import.meta.url);
const load = (name: string) => readFileSync(new URL(name, fixtures));
const files = globSync('*.{jpg,png,webp,gif,avif,bmp,heic,tiff,pdf}', { cwd: fixtures }).sort();
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

test.each(files)('%s: the kernels read what onnxruntime-node reads', async (name) => {
  const bytes = load(name);
  expect(await read(kernels, bytes)).toEqual(nearly(await read(onnx, bytes)));
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
