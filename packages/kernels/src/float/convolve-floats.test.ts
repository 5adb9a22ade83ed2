import { expect, test } from 'vitest';
import { convolveFloats } from './convolve-floats.ts';
import { operators } from './operators.ts';

const tensor = (dims: readonly number[], values: (index: number) => number) => ({
  dims,
  data: Float32Array.from({ length: dims.reduce((all, dim) => all * dim, 1) }, (_, index) => values(index)),
});
const biases = tensor([3], (index) => index);
const moves = { groups: 1, strides: [1, 1], padding: [0, 0, 0, 0] } as const;

test.each([1, 2, 3, 4, 6, 8])('one pixel of each of %i channels is weighed', (inputs) => {
  const picture = tensor([1, inputs, 2, 2], (index) => index + 1);
  const weights = tensor([3, inputs, 1, 1], (index) => index - 2);
  const expected = [0, 1, 2].flatMap((channel) =>
    [0, 1, 2, 3].map((pixel) => {
      let sum = channel;
      for (let plane = 0; plane < inputs; plane++) sum += (channel * inputs + plane - 2) * (4 * plane + pixel + 1);
      return sum;
    }),
  );
  expect(Array.from(convolveFloats(picture, weights, biases, moves).data)).toEqual(expected);
});

test('weights for other channels, and kernels with gaps, are refused', () => {
  const picture = tensor([1, 2, 3, 3], () => 1);
  const weights = tensor([1, 3, 1, 1], () => 1);
  expect(() =>
    convolveFloats(
      picture,
      weights,
      tensor([1], () => 0),
      moves,
    ),
  ).toThrow('A picture of 2 channels for weights of 3.');
  const gaps = new Map([['dilations', [2, 2]]]);
  expect(() => operators.Conv!([picture, tensor([1, 2, 2, 2], () => 1)], gaps)).toThrow('Kernels with gaps');
});
