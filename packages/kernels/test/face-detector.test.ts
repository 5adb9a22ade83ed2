import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import models from '@ocr-web/reader/models/manifest.json' with { type: 'json' };
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { createFloatNetwork, isFloatGraph } from '../src/float/create-float-network.ts';
import { faceModel } from '../src/networks.ts';
import { readGraph } from '../src/onnx/read-graph.ts';
import { drawPicture } from './support/draw-picture.ts';
import { modelBytes, networkNames } from './support/shipped-networks.ts';

const bytes = readFileSync(fileURLToPath(import.meta.resolve('@ocr-web/reader/models/face-detector.onnx')));
const side = 192;

test('the network of faces computes what onnxruntime-node does, but for the last digits of its floats', async () => {
  const picture = drawPicture(side * side, 3);
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const { [session.outputNames[0]!]: expected } = await session.run({
    [session.inputNames[0]!]: new Tensor('float32', picture, [1, 1, side, side]),
  });
  const network = createFloatNetwork(readGraph(bytes));
  for (let run = 0; run < 2; run++) {
    const { data, dims } = await network.run({ data: picture, dims: [1, 1, side, side] });
    expect(dims).toEqual(expected!.dims);
    const numbers = expected!.data as Float32Array;
    const apart = data.map((value, at) => Math.abs(value - numbers[at]!) / (1 + Math.abs(numbers[at]!)));
    expect(Math.max(...apart)).toBeLessThan(1e-4);
  }
});

test('the manifest names the model that ships', () => {
  const { file, sha256 } = models.models.face;
  expect(faceModel).toEqual({ file, sha256, bytes: bytes.length });
});

test('it is told from the networks in eight bits, and other operators are refused', () => {
  expect(isFloatGraph(readGraph(bytes))).toBe(true);
  expect(networkNames.filter((name) => isFloatGraph(readGraph(modelBytes(name))))).toEqual([]);
  const graph = readGraph(bytes);
  const other = { ...graph, nodes: graph.nodes.map((node) => (node.operator === 'Relu' ? { ...node, operator: 'Gelu' } : node)) };
  expect(() => createFloatNetwork(other)).toThrow('which is not computed in floats');
});
