import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '../src/in-process.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const passport = readFileSync(new URL('./fixtures/passport.jpg', import.meta.url));

test('reads a passport of the size of a stamp in the corner of a page of A4 that was scanned with 600 dpi', async () => {
  const stamp = await sharp(passport).autoOrient().resize(400).toBuffer();
  const page = sharp({ create: { width: 4960, height: 7016, channels: 3, background: '#f4f4f0' } });
  const bytes = await page
    .composite([{ input: stamp, left: 4400, top: 6500 }])
    .jpeg()
    .toBuffer();
  const tools = { decodePicture: createPictureDecoder({ maxPixels: 40_000_000 }), models: await loadModels(), scratch: createScratch() };
  const { zones } = await readPicture(bytes, tools, { today: '2026-11-24' });
  expect(zones.map(({ lines }) => lines)).toEqual([expected['passport.jpg'].zones[0]?.lines]);
});
