import { expect, test } from 'vitest';
import { blockField, varintField } from '../../test/support/write-onnx.ts';
import { readGraph } from './read-graph.ts';

test('operators, their attributes, and constants in every form', () => {
  const packed = blockField(5, blockField(1, 'pads'), blockField(8, Uint8Array.of(1, 2, 0x80, 0x01)));
  const node = blockField(
    1,
    blockField(1, 'a'),
    blockField(1, 'w'),
    blockField(2, 'b'),
    blockField(4, 'Conv'),
    packed,
    blockField(5, blockField(1, 'group'), varintField(3, 1)),
  );
  const raw = blockField(5, varintField(1, 2), varintField(2, 3), blockField(8, 'w'), blockField(9, Uint8Array.of(255, 4)));
  const floats = blockField(5, varintField(2, 1), blockField(8, 's'), blockField(4, new Uint8Array(Float32Array.of(0.5, 2).buffer)));
  const bytes = blockField(5, varintField(2, 2), blockField(8, 'z'), varintField(5, 130));
  const graph = readGraph(
    Buffer.concat([
      varintField(1, 8),
      blockField(7, node, raw, floats, bytes, blockField(11, blockField(1, 'a')), blockField(12, blockField(1, 'b'))),
    ]),
  );
  expect(graph).toEqual({
    nodes: [
      {
        operator: 'Conv',
        inputs: ['a', 'w'],
        outputs: ['b'],
        attributes: new Map<string, unknown>([
          ['pads', [1, 2, 128]],
          ['group', 1],
        ]),
      },
    ],
    constants: new Map([
      ['w', { dims: [2], values: Int8Array.of(-1, 4) }],
      ['s', { dims: [], values: Float32Array.of(0.5, 2) }],
      ['z', { dims: [], values: [130] }],
    ]),
    inputs: ['a'],
    outputs: ['b'],
  });
});

test.each([
  ['nothing', new Uint8Array(), 'The file has no graph: it is no ONNX model.'],
  ['half of a field', Uint8Array.of(0x3a, 0x05, 0x01), 'A protocol buffer ends in the middle of a field.'],
  ['a group', Uint8Array.of(0x3b), 'A protocol buffer has a field of wire type 3.'],
  ['a tensor of text', blockField(7, blockField(5, varintField(2, 8))), 'A tensor of the file has the data type 8.'],
])('%s is refused', (_, bytes, message) => {
  expect(() => readGraph(bytes)).toThrow(new RangeError(message));
});
