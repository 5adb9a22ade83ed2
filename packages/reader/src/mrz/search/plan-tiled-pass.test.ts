import { expect, it } from 'vitest';
import { wholePlane } from '../../image/plane.ts';
import { planTiledPass } from './plan-tiled-pass.ts';

const done = { first: 512, finest: 1280 };

/**
 * A picture of which only a plane an eighth of its size is at hand: light ground, dark from `from`
 * on in both directions.
 */
function pictureOf(width: number, height: number, print: { from: number; to: number } = { from: 0, to: 0 }) {
  const [across, down] = [width / 8, height / 8];
  const data = new Uint8Array(across * down).fill(240);
  for (let y = print.from; y < print.to; y++) {
    // Stripes, so that there is contrast all over.
    for (let x = print.from; x < print.to; x++) data[y * across + x] = x % 4 < 2 ? 30 : 240;
  }
  return { width, height, planeAtLeast: () => Promise.resolve(wholePlane({ data, width: across, height: down })) };
}

it('covers what is printed on a large page, at full resolution where it is little', async () => {
  const { regions, scales } = await planTiledPass(pictureOf(4096, 4096, { from: 320, to: 352 }), done);
  expect(regions).toEqual([{ left: 2432, top: 2432, right: 2944, bottom: 2944 }]);
  expect(scales).toEqual([2, 1]);
});

it('goes finer in steps, so that no zone is too small for one pass and too large for the next', async () => {
  const { scales } = await planTiledPass(pictureOf(16384, 16384, { from: 320, to: 352 }), done);
  expect(scales).toEqual([8, 2, 1]);
});

it('is coarser the more is printed', async () => {
  const much = await planTiledPass(pictureOf(8192, 8192, { from: 16, to: 304 }), done);
  expect(much.regions).toHaveLength(1);
  const [{ left, right, top, bottom }] = much.regions as [{ left: number; right: number; top: number; bottom: number }];
  expect(((right - left) * (bottom - top)) / (much.scales.at(-1) ?? 1) ** 2).toBeCloseTo(3_000_000);
});

it.each([
  ['a frame of a full HD video', 1920, 1080],
  ['a photograph of 12 megapixels', 4032, 3024],
])('looks twice as closely as at first where much is printed: %s', async (_name, width, height) => {
  const { regions, scales } = await planTiledPass(pictureOf(width, height, { from: 0, to: height / 8 }), done);
  expect(regions).toEqual([expect.objectContaining({ left: 0, top: 0, bottom: height })]);
  expect(scales).toEqual([width / 1024]);
});

it('covers nothing of a bare page, nor where the first pass shows all legible print', async () => {
  expect((await planTiledPass(pictureOf(4096, 4096), done)).regions).toEqual([]);
  expect((await planTiledPass(pictureOf(1280, 1280, { from: 0, to: 160 }), done)).regions).toEqual([]);
});
