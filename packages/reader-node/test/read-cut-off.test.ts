import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '../src/in-process.ts';
import { placeZone } from './fixtures/draw/draw-document.ts';
import { drawSizes, type Size, sizes } from './fixtures/draw/draw-sizes.ts';

const characters = { TD1: 30, TD2: 36, TD3: 44 };
/** What is left of the lines. By half of a card's, which are short, nothing tells a zone. */
const shares = [0.94, 0.85, 0.7, 0.5] as const;
const sharesOf = { TD1: shares.slice(0, 3), TD2: shares, TD3: shares };
const pixelsPerMm = 6;
let pictures: ReadonlyMap<Size, Buffer>;
let tools: ReaderTools;
beforeAll(async () => {
  pictures = await drawSizes(pixelsPerMm);
  tools = { decodePicture: createPictureDecoder({ maxPixels: 1_000_000 }), models: await loadModels(), scratch: createScratch() };
});

/** A document photographed too near: the picture ends behind so many characters of its lines. */
async function cutBehind(size: Size, kept: number): Promise<Buffer> {
  const { left, pitch } = placeZone(size);
  const picture = sharp(pictures.get(size));
  const { height } = await picture.metadata();
  const width = Math.round((left + kept * pitch) * pixelsPerMm);
  return picture.extract({ left: 0, top: 0, width, height }).png().toBuffer();
}

describe.each(sizes)('%s that the picture cuts off', (size) => {
  test.each(sharesOf[size])('%f of its lines: the hint says so, and it is never sure', async (share) => {
    const bytes = await cutBehind(size, Math.round(share * characters[size]));
    const { zones, hints } = await readPicture(bytes, tools, { today: '2026-11-29' });
    expect(hints.map(({ code }) => code)).toEqual(['mrz_cut_off']);
    expect(zones.filter(({ score }) => score >= 95)).toEqual([]);
  });
});
