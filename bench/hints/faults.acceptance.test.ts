import { readFileSync } from 'node:fs';
import { allRows } from '@ocr-web/reader/engine';
import { createPictureDecoder, createScratch, loadModels, readPicture } from '@ocr-web/reader-node/in-process';
import { describe, expect, test } from 'vitest';
import { asDecoded } from './as-decoded.ts';
import { faults } from './faults.ts';
import { seedChance } from './seed-chance.ts';

const file = new URL('../../apps/server/assets/specimen-passport.png', import.meta.url);
const decodePicture = createPictureDecoder({ maxPixels: 100_000_000 });
const tools = { decodePicture, models: await loadModels(), scratch: createScratch() };
const today = '2026-11-23';
const good = await readPicture(readFileSync(file), tools, { today });
const plane = allRows(await (await (await decodePicture(readFileSync(file))).openPage(0)).planeAtLeast(1));
const lineQuads = good.zones[0]?.lineQuads ?? [];
const glyphHeight_px = Math.hypot(
  (lineQuads[0]?.[3].x ?? 0) - (lineQuads[0]?.[0].x ?? 0),
  (lineQuads[0]?.[3].y ?? 0) - (lineQuads[0]?.[0].y ?? 0),
);

test('a picture that reads well gets no hint', () => {
  expect(good.hints).toEqual([]);
});

describe('a picture spoilt beyond reading gets the hint of its fault', () => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_, fault) => {
    const value = fault.values.at(-1) as number;
    const spoilt = fault.spoil({ plane, lineQuads, glyphHeight_px, chance: seedChance(1) }, value);
    const { hints } = await readPicture(new Uint8Array(), { ...tools, decodePicture: () => Promise.resolve(asDecoded(spoilt)) }, { today });
    expect(fault.expected).toContain(hints[0]?.code);
  });
});
