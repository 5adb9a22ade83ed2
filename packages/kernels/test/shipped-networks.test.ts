import { createHash } from 'node:crypto';
import models from '@ocr-web/reader/models/manifest.json' with { type: 'json' };
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { createNetwork } from '../src/create-network.ts';
import { describeNetwork } from '../src/export/describe-network.ts';
import type { InstructionSet } from '../src/instruction-set.ts';
import { kernelFiles } from '../src/kernel-files.ts';
import { writeWeights } from '../src/network/network-weights.ts';
import { networks } from '../src/networks.ts';
import { readGraph } from '../src/onnx/read-graph.ts';
import { computeNetwork } from '../src/reference/compute-network.ts';
import { drawPicture } from './support/draw-picture.ts';
import { compileKernels, instructionSets, kernelBytes } from './support/open-kernels.ts';
import { modelBytes, type NetworkName, networkNames, shippedNetwork, weightsBytes } from './support/shipped-networks.ts';
import { withOutputs } from './support/write-onnx.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Sizes of pictures: small, odd at a thirty-second of the size, narrow, and as they come. */
const sizes: Readonly<Record<NetworkName, readonly (readonly [number, number, number])[]>> = {
  detector: [
    [1, 16, 16],
    [1, 48, 80],
    [1, 144, 32],
    [1, 96, 640],
  ],
  recogniser: [
    [1, 32, 8],
    [2, 32, 104],
    [3, 32, 712],
  ],
  text: [
    [1, 32, 8],
    [2, 32, 104],
    [3, 32, 712],
  ],
};

/** Logarithms of the text's many classes reach far down, where floats are coarser. */
const farthestAnswer: Readonly<Record<NetworkName, number>> = { detector: 0, recogniser: 1e-5, text: 4e-5 };

async function runKernels(name: NetworkName, set: InstructionSet, picture: Float32Array, dims: readonly number[]) {
  const tensors: Uint8Array[] = [];
  const network = await createNetwork(await compileKernels(set), shippedNetwork(name), set, ({ kernel, tensor, activations }) => {
    if (kernel === 'normalise' || kernel === 'convolve') tensors[tensor] = activations();
  });
  return { answer: await network.run({ data: picture, dims }), tensors };
}

/** Rows of channels → planes, as ONNX has them. */
function toPlanes(tensor: Uint8Array, channels: number): Uint8Array {
  const pixels = tensor.length / channels;
  return tensor.map((_, at) => tensor[(at % pixels) * channels + Math.floor(at / pixels)]!);
}

describe.each(networkNames)('%s', (name) => {
  const { network, source, file } = networks[name];

  test('the files are those of the manifests, made of the model that ships', () => {
    const { description, weights } = describeNetwork(readGraph(modelBytes(name)));
    expect(source).toEqual({ file: models.models[name].file, sha256: models.models[name].sha256 });
    expect(network).toEqual(description);
    expect(Buffer.compare(writeWeights(weights), weightsBytes(name))).toBe(0);
    expect([file, sha256(weightsBytes(name))]).toEqual([source.file.replace(/onnx$/, 'weights'), networks[name].sha256]);
  });

  test.each(sizes[name].slice(0, 2))('every tensor of %i x %i x %i is that of the reference', async (pictures, height, width) => {
    const picture = drawPicture(pictures * height * width, 5);
    const parts = Array.from({ length: pictures }, (_, at) => picture.slice(at * height * width, (at + 1) * height * width));
    const references = parts.map((part) => computeNetwork(shippedNetwork(name), part, width));
    for (const set of instructionSets) {
      const { answer, tensors } = await runKernels(name, set, picture, [pictures, 1, height, width]);
      expect(tensors).toEqual(references.at(-1)!.tensors.map(({ data }) => data));
      expect([...answer.data]).toEqual(references.flatMap((reference) => [...reference.answer]));
    }
  });

  test.each(sizes[name])(
    "%i x %i x %i: every integer is onnxruntime-node's, and the answer up to its last digits",
    async (pictures, height, width) => {
      const picture = drawPicture(pictures * height * width, 7);
      const dims = [pictures, 1, height, width];
      const names = network.layers.map((layer) => `${layer.name}_QuantizeLinear_Output`);
      const session = await InferenceSession.create(withOutputs(modelBytes(name), names), { logSeverityLevel: 3 });
      const outputs = await session.run({ [session.inputNames[0]!]: new Tensor('float32', picture, dims) });
      const { [session.outputNames[0]!]: expected } = outputs;
      for (const set of instructionSets) {
        const { answer, tensors } = await runKernels(name, set, picture, dims);
        const last = network.layers.map((layer, index) => toPlanes(tensors[index + 1]!, layer.channels));
        // Of several pictures, the last one is still in the tensors.
        expect(last).toEqual(
          names.map((output, index) => Uint8Array.from((outputs[output]!.data as Uint8Array).slice(-last[index]!.length))),
        );
        expect(answer.dims).toEqual(expected!.dims);
        const farthest = answer.data.reduce(
          (most, value, at) => Math.max(most, Math.abs(value - (expected!.data as Float32Array)[at]!)),
          0,
        );
        // The detector's is the same bits; exponential and logarithm of the recognisers are our
        // own.
        expect(farthest).toBeLessThanOrEqual(farthestAnswer[name]);
      }
    },
  );
});

test('the kernels are those of their manifest, and together small', () => {
  for (const set of instructionSets) {
    const bytes = kernelBytes(set);
    expect(kernelFiles[set]).toEqual({ file: `kernels-${set}.wasm`, sha256: sha256(bytes), bytes: bytes.length });
    expect(bytes.length).toBeLessThan(10_000);
  }
});
