import { expect, test } from 'vitest';
import { drawPicture } from '../test/support/draw-picture.ts';
import { compileKernels, instructionSets } from '../test/support/open-kernels.ts';
import { shippedNetwork } from '../test/support/shipped-networks.ts';
import { createNetwork } from './create-network.ts';

const open = async (set: 'relaxed' | 'simd') => await createNetwork(await compileKernels(set), shippedNetwork('recogniser'), set);
const run = async (network: Awaited<ReturnType<typeof open>>, lines: number, width: number) =>
  await network.run({ data: drawPicture(lines * 32 * width, width), dims: [lines, 1, 32, width] });

test.each(instructionSets)('%s: sizes that come again need no more memory, and give the same answer', async (set) => {
  const network = await open(set);
  const widths = Array.from({ length: 24 }, (_, index) => 104 + 8 * index);
  const first = [];
  for (const width of widths) first.push((await run(network, 1, width)).data);
  const grown = network.memoryBytes();
  const again = [];
  for (const width of widths) again.push((await run(network, 1, width)).data);
  expect(again).toEqual(first);
  expect(network.memoryBytes()).toBe(grown);
  expect(grown).toBeLessThan(4 * 2 ** 20);
});

test('an answer stays what it was when the network runs again', async () => {
  const network = await open('relaxed');
  const { data } = await run(network, 2, 104);
  const copy = data.slice();
  await run(network, 2, 112);
  expect(data).toEqual(copy);
});

test.each([
  [[1, 32, 104], 'The kernels take pictures, not [1, 32, 104].'],
  [[0, 1, 32, 104], 'The kernels take pictures, not [0, 1, 32, 104].'],
  [[1, 3, 32, 104], 'The kernels take pictures, not [1, 3, 32, 104].'],
  [[1, 1, 32, 100], 'The kernels take no picture of 100 x 32 pixels.'],
  [[2, 1, 32, 104], 'There are 8 numbers for 2 pictures of 3328.'],
  [[1, 1, 8, 104], 'A picture of 104 x 8 pixels is too small for the network.'],
])('%j is refused', async (dims, message) => {
  const network = await open('simd');
  await expect(Promise.resolve().then(() => network.run({ data: new Float32Array(8), dims }))).rejects.toThrow(new RangeError(message));
});
