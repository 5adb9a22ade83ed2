import { expect, test } from 'vitest';
import { networks } from '../networks.ts';
import { readWeights } from './network-weights.ts';

test('a file of another size is refused', () => {
  const { network, bytes } = networks.recogniser;
  expect(() => readWeights(network, new Uint8Array(bytes - 1))).toThrow(`The weights have ${bytes - 1} bytes instead of ${bytes}.`);
});

test('a file may lie anywhere in its buffer', () => {
  const { network, bytes } = networks.recogniser;
  const shifted = new Uint8Array(bytes + 1).subarray(1);
  shifted.fill(1);
  const { layers, head } = readWeights(network, shifted);
  expect([layers.length, layers[0]?.weights[0], layers[0]?.bias[0], head.weights.length]).toEqual([10, 1, 0x01010101, 128 * 38]);
});
