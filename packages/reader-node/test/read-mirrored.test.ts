import type { Quad } from '@ocr-web/reader';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { drawPicture } from '../src/draw/draw-picture.ts';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '../src/in-process.ts';
import { drawSizes, type Size, sizes } from './fixtures/draw/draw-sizes.ts';

let pictures: ReadonlyMap<Size, Buffer>;
let tools: ReaderTools;
beforeAll(async () => {
  pictures = await drawSizes(6);
  tools = { decodePicture: createPictureDecoder({ maxPixels: 1_000_000 }), models: await loadModels(), scratch: createScratch() };
});
const read = (bytes: Uint8Array) => readPicture(bytes, tools, { today: '2026-11-29' });

/** How far a quad's corners lie from where the other one's are in the mirror, pixels. */
function distanceFromMirrored(quad: Quad, plain: Quad, width: number): number {
  return Math.max(...quad.map(({ x, y }, index) => Math.hypot(x - (width - plain[index]!.x), y - plain[index]!.y)));
}

test.each(sizes)('%s in a mirror: read with all its places, and the hint says why', async (size) => {
  const plain = await read(pictures.get(size)!);
  const mirrored = await sharp(pictures.get(size)!).flop().png().toBuffer();
  const { zones, hints, pages } = await read(mirrored);
  expect(plain.hints).toEqual([]);
  expect(hints.map(({ code, page }) => ({ code, page }))).toEqual([{ code: 'mirrored', page: 0 }]);
  expect(zones.map(({ lines }) => lines)).toEqual(plain.zones.map(({ lines }) => lines));
  const [zone] = zones;
  const [expected] = plain.zones;
  const { width } = pages[0]!;
  const off = [
    distanceFromMirrored(zone!.quad, expected!.quad, width),
    ...zone!.lineQuads.map((quad, line) => distanceFromMirrored(quad, expected!.lineQuads[line]!, width)),
  ];
  expect(Math.max(...off)).toBeLessThan(5);
  expect(Math.abs(((zone!.rotation_deg + 180) % 360) - 180)).toBeLessThan(1);
  const crop = await read(await drawPicture(mirrored, { kind: 'crop', page: 0, quad: zone!.quad }, tools.decodePicture));
  expect([crop.zones.map(({ lines }) => lines), crop.hints]).toEqual([plain.zones.map(({ lines }) => lines), []]);
});

test.each([
  ['upside down', 180],
  ['on its side', 90],
])('mirrored and %s', async (_, angle) => {
  const lines = (await read(pictures.get('TD3')!)).zones.map((zone) => zone.lines);
  const { zones, hints } = await read(await sharp(pictures.get('TD3')!).flop().rotate(angle).png().toBuffer());
  expect([zones.map((zone) => zone.lines), hints.map(({ code }) => code)]).toEqual([lines, ['mirrored']]);
});
