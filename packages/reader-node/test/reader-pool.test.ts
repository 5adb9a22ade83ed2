import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReaderPool, type ReaderPool } from '../src/index.ts';
import expected from './fixtures/expected.json' with { type: 'json' };

const load = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

let pool: ReaderPool;
beforeAll(async () => {
  pool = await openReaderPool({ size: 1, maxPages: 2 });
}, 60_000);
afterAll(async () => {
  await pool.close();
});

test('a child reads a file and draws what was read, one after the other', async () => {
  const bytes = load('tiles.heic');
  const reading = await pool.read(bytes);
  expect(reading.zones.map(({ page, lines }) => ({ page, lines }))).toEqual(expected['tiles.heic'].zones);
  const [zone] = reading.zones;
  const drawings = await Promise.all([
    pool.draw(bytes, { kind: 'page', page: 0 }),
    pool.draw(bytes, { kind: 'crop', page: 0, quad: zone!.quad }),
    pool.draw(bytes, { kind: 'annotated', page: 0, zones: reading.zones }),
  ]);
  const sizes = await Promise.all(
    drawings.map(async (png) => {
      const { format, width, height } = await sharp(png).metadata();
      return { format, width, tall: height > 500 };
    }),
  );
  expect(sizes).toEqual([
    { format: 'png', width: 1000, tall: true },
    { format: 'png', width: expect.closeTo(938, -1), tall: false },
    { format: 'png', width: 1000, tall: true },
  ]);
});

test('refusals say the same whether a file is read or drawn, and cost no child', async () => {
  const refusal = { code: 'picture.too_many_pages', message: 'The file has 3 pages, more than the limit of 2. Send the ones that matter.' };
  await expect(pool.read(load('pages.tiff'))).rejects.toMatchObject(refusal);
  await expect(pool.draw(load('pages.tiff'), { kind: 'page', page: 0 })).rejects.toMatchObject(refusal);
  expect((await pool.read(load('card.png'))).zones).toHaveLength(1);
});
