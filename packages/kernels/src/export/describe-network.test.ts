import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelBytes } from '../../test/support/shipped-networks.ts';
import { type Graph, readGraph } from '../onnx/read-graph.ts';
import { describeNetwork } from './describe-network.ts';

const graph = readGraph(modelBytes('recogniser'));
const text = readGraph(readFileSync(new URL(import.meta.resolve('@ocr-web/reader/models/visual-text.onnx'))));
const replaced = (change: (node: Graph['nodes'][number]) => Graph['nodes'][number]): Graph => ({
  ...graph,
  nodes: graph.nodes.map(change),
});
const lastConvolution = graph.nodes.findLast(({ operator }) => operator === 'Conv');

test('the layers of the recogniser, from the picture to the last one', () => {
  const { description } = describeNetwork(graph);
  expect(
    description.layers.map(({ input, inputChannels, channels, kernel, addition }) => [
      input,
      inputChannels,
      channels,
      ...kernel,
      addition?.tensor,
    ]),
  ).toEqual([
    [0, 4, 96, 5, 2, undefined],
    [1, 96, 48, 2, 2, undefined],
    [2, 48, 48, 3, 3, undefined],
    [3, 48, 48, 3, 3, 2],
    [4, 48, 80, 3, 3, undefined],
    [5, 80, 80, 3, 3, undefined],
    [6, 80, 80, 3, 3, 5],
    [7, 80, 128, 4, 1, undefined],
    [8, 128, 128, 1, 3, undefined],
    [9, 128, 128, 1, 5, undefined],
  ]);
  expect(description.head).toEqual({ answer: 'log_probs', channels: 128, steps: 1, classes: 38, epsilon: 0 });
});

test('the last product of the text recogniser is stored in eight bits, a scale for each class', () => {
  const { description, weights } = describeNetwork(text);
  expect(description.head).toEqual({ answer: 'log_probs', channels: 176, steps: 2, classes: 236, epsilon: 0 });
  const head = weights.head.weights;
  const column = Float32Array.from({ length: 176 }, (_, row) => head[row * 472 + 7]!);
  const largest = Math.max(...column.map(Math.abs));
  expect(column.every((value) => Math.abs(((value / largest) * 63) % 1) < 1e-3 || Math.abs(((value / largest) * 63) % 1) > 1 - 1e-3)).toBe(
    true,
  );
});

test('a product of integers that reads its input with another scale is refused', () => {
  const nodes = text.nodes.map((node) => {
    if (node.operator !== 'MatMulIntegerToFloat') return node;
    const inputs = node.inputs.map((input, index) => (index === 2 ? 'another scale' : input));
    return { ...node, inputs };
  });
  const constants = new Map([...text.constants, ['another scale', { dims: [], values: Float32Array.of(0.125) }]]);
  expect(() => describeNetwork({ ...text, nodes, constants })).toThrow(/read with another/);
});

test.each([
  [
    'another operator',
    replaced((node) => (node === lastConvolution ? { ...node, operator: 'MaxPool' } : node)),
    'is made by MaxPool, where the kernels know Conv, Add, Transpose.',
  ],
  [
    'a dilated convolution',
    replaced((node) => (node === lastConvolution ? { ...node, attributes: new Map([...node.attributes, ['dilations', [1, 2]]]) } : node)),
    'The kernels know no convolution of 128 x 128 x 1 x 5, dilated or in groups',
  ],
  ['another answer', { ...graph, outputs: ['classes'] }, 'The graph has no last layer.'],
  ['no constants', { ...graph, constants: new Map() }, 'is no constant.'],
])('%s is refused', (_, changed, message) => {
  expect(() => describeNetwork(changed)).toThrow(message);
});
