import { expect, it } from 'vitest';
import { drawLineCores } from '../../test/draw-line-cores.ts';
import { lineCoreNetwork } from '../../test/line-core-network.ts';
import { singlePlane } from '../../test/single-plane.ts';
import type { Quad } from '../geometry/quad.ts';
import { createScratch } from '../image/scratch.ts';
import type { Network } from '../runtime/network.ts';
import { detectMrz, type SearchOptions } from './detect-mrz.ts';

/** A passport with glyphs of 16 pixels whose first line begins at (200, 300). */
const passport = { length: 46, lines: [0, 2.6], frame: [16, 0, 200, 0, 16, 300, 0, 0, 1] as const };
const outline: Quad = [
  { x: 200, y: 292 },
  { x: 936, y: 292 },
  { x: 936, y: 350 },
  { x: 200, y: 350 },
];
const moved = (quad: Quad, x: number, y: number) => quad.map((point) => ({ x: point.x + x, y: point.y + y })) as unknown as Quad;

/** How large the detector's inputs were, and how many zones were found. */
async function search(width: number, height: number, documents: readonly (typeof passport)[], options?: SearchOptions) {
  const inputs: string[] = [];
  const network: Network = {
    run(input) {
      inputs.push(input.dims.slice(2).join(' x '));
      return lineCoreNetwork.run(input);
    },
  };
  const zones = await detectMrz(singlePlane(drawLineCores(width, height, documents)), { network, scratch: createScratch() }, options);
  return { inputs, zones: zones.length };
}

it('traces a zone where it is expected, and then searches nothing else', async () => {
  const options = { expectedAt: [moved(outline, 12, -9)] };
  expect(await search(1200, 800, [passport], options)).toEqual({ inputs: ['80 x 640'], zones: 1 });
});

it('searches as ever where the zone is no longer', async () => {
  const options = { expectedAt: [moved(outline, 0, 350)] };
  const { inputs, zones } = await search(1200, 800, [passport], options);
  expect({ first: inputs.slice(0, 2), zones }).toEqual({ first: ['80 x 640', '352 x 512'], zones: 1 });
});

it.each([
  ['coarse', ['160 x 512']],
  ['guided', ['160 x 512', '288 x 560']],
  ['all', ['160 x 512', '288 x 560', '80 x 128', '144 x 240']],
] as const)('where only a hint shows, the passes "%s" look at %j', async (passes, expected) => {
  const plane = { width: 4096, height: 1024, data: new Uint8Array(4096 * 1024).fill(240) };
  // Print that no zone is made of.
  for (let y = 400; y < 500; y++) for (let x = 400; x < 600; x++) plane.data[y * plane.width + x] = x % 16 < 8 ? 30 : 240;
  const inputs: string[] = [];
  const hinting: Network = {
    run({ dims: [, , height = 0, width = 0] }) {
      inputs.push(`${height} x ${width}`);
      const maps = new Float32Array((3 * height * width) / 16);
      // Six cells of the first row that is not the border.
      if (width === 512) maps.fill(0.2, width / 4 + 60, width / 4 + 66);
      return Promise.resolve({ data: maps, dims: [1, 3, height / 4, width / 4] });
    },
  };
  expect(await detectMrz(singlePlane(plane), { network: hinting, scratch: createScratch() }, { passes })).toEqual([]);
  expect(inputs).toEqual(expected);
});
