import { expect, it } from 'vitest';
import { singlePlane } from '../../../test/single-plane.ts';
import { createScratch } from '../../image/scratch.ts';
import type { Network } from '../../runtime/network.ts';
import { createDetector } from './create-detector.ts';

it('gives a strip that is hardly more than its zone ground beside it, of the tone in which it ends', async () => {
  let seen: { readonly data: Float32Array; readonly dims: readonly number[] } | undefined;
  const network: Network = {
    run: ({ data, dims }) => {
      seen = { data: data.slice(), dims };
      const [, , height = 0, width = 0] = dims;
      return Promise.resolve({ data: new Float32Array((3 * height * width) / 16), dims: [1, 3, height / 4, width / 4] });
    },
  };
  const plane = { width: 64, height: 640, data: new Uint8Array(64 * 640).map((_, index) => (index % 64 === 63 ? 255 : 51)) };
  const overview = await createDetector({ network, scratch: createScratch() }, singlePlane(plane)).overview(640);
  expect(seen?.dims).toEqual([1, 1, 640, 160]);
  expect([seen?.data[0], seen?.data[159]].map((grey) => grey?.toFixed(2))).toEqual(['0.20', '1.00']);
  expect([overview.cellWidth, overview.cellHeight]).toEqual([4, 4]);
});
