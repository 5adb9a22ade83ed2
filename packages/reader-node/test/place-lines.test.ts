import { beforeAll, expect, test } from 'vitest';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '../src/in-process.ts';
import { placeZone } from './fixtures/draw/draw-document.ts';
import { drawSizes, type Size, sizes } from './fixtures/draw/draw-sizes.ts';

const pixelsPerMm = 6;
let pictures: ReadonlyMap<Size, Buffer>;
let tools: ReaderTools;
beforeAll(async () => {
  pictures = await drawSizes(pixelsPerMm);
  tools = { decodePicture: createPictureDecoder({ maxPixels: 1_000_000 }), models: await loadModels(), scratch: createScratch() };
});

test.each(sizes)('%s: the quad of each line lies around its characters, to a third of one', async (size) => {
  const { zones } = await readPicture(pictures.get(size)!, tools, { today: '2026-11-23' });
  const { left, pitch, baseLines } = placeZone(size);
  const unit = pitch * pixelsPerMm;
  const [zone] = zones;
  expect(zone?.lineQuads).toHaveLength(baseLines.length);
  zone?.lineQuads.forEach(([topLeft, topRight, bottomRight, bottomLeft], index) => {
    const start = left * pixelsPerMm;
    const end = start + zone.lines[index]!.length * unit;
    const baseLine = baseLines[index]! * pixelsPerMm;
    const off = [
      topLeft.x - start,
      bottomLeft.x - start,
      topRight.x - end,
      bottomRight.x - end,
      bottomLeft.y - baseLine,
      bottomRight.y - baseLine,
    ];
    expect(Math.max(...off.map(Math.abs)) / unit).toBeLessThan(0.3);
    expect(bottomLeft.y - topLeft.y).toBeGreaterThan(0.8 * unit);
    expect(bottomLeft.y - topLeft.y).toBeLessThan(1.3 * unit);
  });
});
