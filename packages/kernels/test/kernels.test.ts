import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNetwork } from '../src/create-network.ts';
import type { InstructionSet } from '../src/instruction-set.ts';
import type { StoredNetwork } from '../src/network/network-weights.ts';
import { computeNetwork } from '../src/reference/compute-network.ts';
import { drawPicture } from './support/draw-picture.ts';
import { compileKernels, instructionSets } from './support/open-kernels.ts';
import { drawNetwork, networkLot } from './support/random-network.ts';

/** What the kernels compute, tensor by tensor. */
async function runKernels(network: StoredNetwork, set: InstructionSet, picture: Float32Array, [height, width]: readonly [number, number]) {
  const tensors: Uint8Array[] = [];
  const { run } = await createNetwork(await compileKernels(set), network, set, ({ kernel, tensor, activations }) => {
    if (kernel === 'normalise' || kernel === 'convolve') tensors[tensor] = activations();
  });
  const { data } = await run({ data: picture, dims: [1, 1, height, width] });
  return { tensors, answer: data };
}

/** Whether a network leaves something of a picture. */
function fits({ description }: StoredNetwork, height: number, width: number): boolean {
  const sides = [[height, width / 4] as const];
  for (const { input, kernel, strides, padding } of description.layers) {
    const [rows, columns] = sides[input]!;
    sides.push([
      Math.floor((rows + 2 * padding[0] - kernel[0]) / strides[0]) + 1,
      Math.floor((columns + 2 * padding[1] - kernel[1]) / strides[1]) + 1,
    ]);
  }
  return sides.every(([rows, columns]) => rows >= 1 && columns >= 1);
}

test.each(instructionSets)('%s: every tensor of any network is that of the reference, bit for bit', async (set) => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(networkLot, async (lot) => {
      const network = drawNetwork(lot);
      const sides = [4 * lot.height, 8 * lot.width] as const;
      fc.pre(fits(network, ...sides));
      const picture = drawPicture(sides[0] * sides[1], lot.seed);
      const reference = computeNetwork(network, picture, sides[1]);
      const { tensors, answer } = await runKernels(network, set, picture, sides);
      expect(tensors).toEqual(reference.tensors.map(({ data }) => data));
      expect(answer).toEqual(reference.answer);
      compared += 1;
    }),
    { numRuns: 150, seed: 20261129 },
  );
  expect(compared).toBeGreaterThan(100);
});
