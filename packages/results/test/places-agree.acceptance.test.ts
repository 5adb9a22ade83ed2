import { readFileSync } from 'node:fs';
import type { Point } from '@ocr-web/reader';
import { openReaderPool, type ReaderPool } from '@ocr-web/reader-node';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v2Result } from '../src/v2/v2-result.ts';

const specimen = readFileSync(new URL('../../../apps/server/assets/specimen-passport.png', import.meta.url));

/** The picture seen from one side: its right edge is `ratio` times as long as its left one. */
async function tiltPicture(picture: Uint8Array, ratio: number): Promise<Uint8Array> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const tilted = new Uint8Array(width * height).fill(128);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Seen from the side, a point (u, v) of the unit square lies at u / (ratio w), and at (v -
      // 1/2) / w from the middle.
      const seen = (x + 0.5) / width;
      const u = seen / (1 / ratio - seen * (1 / ratio - 1));
      const w = 1 + (1 / ratio - 1) * u;
      const v = ((y + 0.5) / height - 0.5) * w + 0.5;
      if (v >= 0 && v < 1) tilted[y * width + x] = data[(Math.floor(v * height) * width + Math.floor(u * width)) * info.channels]!;
    }
  }
  return sharp(tilted, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

type Pixels = { isMarked(place: Point): boolean };
/** The drawing of a grey picture: what has a colour was drawn onto it. */
async function openDrawing(png: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const spread = (x: number, y: number) => {
    const pixel = data.subarray((y * info.width + x) * info.channels).subarray(0, 3);
    return Math.max(...pixel) - Math.min(...pixel);
  };
  return { isMarked: ({ x, y }) => [-1, 0, 1].some((step) => spread(Math.round(x - 0.5) + step, Math.floor(y)) > 80) };
}

let pool: ReaderPool;
beforeAll(async () => {
  pool = await openReaderPool({ size: 1 });
}, 60_000);
afterAll(() => pool.close());

test.each([0.8, 0.7])('a page tilted to %s: answers and drawings place every field alike', async (ratio) => {
  const bytes = await tiltPicture(specimen, ratio);
  const reading = await pool.read(bytes);
  const drawing = await openDrawing(await pool.draw(bytes, { kind: 'annotated', page: 0, zones: reading.zones }));
  const [document] = v2Result(reading).documents;
  const ends = document!.fields.flatMap(({ name, spans }) =>
    spans.flatMap(({ quad: [a, b, c, d] }) => [
      { name, place: between(a!, d!) },
      { name, place: between(b!, c!) },
    ]),
  );
  expect([document!.score, ends.length]).toEqual([100, 18]);
  expect(ends.filter(({ place }) => !drawing.isMarked(place))).toEqual([]);
});

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
