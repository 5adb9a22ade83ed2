import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftWeights } from './shift-weights.ts';

const weights = fc.integer({ min: 1, max: 6 }).chain((perChannel) =>
  fc.array(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: perChannel, maxLength: perChannel }), {
    minLength: 1,
    maxLength: 4,
  }),
);

test.each(['relaxed', 'simd'] as const)('%s: stored weights and their rest are the weights, shifted', (set) => {
  fc.assert(
    fc.property(weights, (channels) => {
      const shifted = shiftWeights(Int8Array.from(channels.flat()), channels.length, set);
      const back = channels.map((channel, index) =>
        channel.map((_, at) => {
          const place = index * shifted.perChannel + at;
          return shifted.stored[place]! + shifted.rest[place]! - shifted.offsets[index]!;
        }),
      );
      expect(back).toEqual(channels);
      expect([...shifted.sums]).toEqual(channels.map((channel) => channel.reduce((sum, weight) => sum + weight, 0)));
      if (set === 'relaxed') expect([...shifted.stored, ...shifted.rest].every((weight) => weight >= 0 && weight <= 127)).toBe(true);
    }),
    { seed: 20261129 },
  );
});

test('of weights from -64 to 64, only a 64 beside a -64 leaves a rest', () => {
  const { stored, rest, restIn, offsets } = shiftWeights(Int8Array.of(-64, 64, 3, -63, 64, 0, 64, 5), 4, 'relaxed');
  expect({ stored: [...stored], rest: [...rest], restIn: [...restIn], offsets: [...offsets] }).toEqual({
    stored: [0, 127, 66, 0, 64, 0, 64, 5],
    rest: [0, 1, 0, 0, 0, 0, 0, 0],
    restIn: [1, 0, 0, 0],
    offsets: [64, 63, 0, 0],
  });
});
