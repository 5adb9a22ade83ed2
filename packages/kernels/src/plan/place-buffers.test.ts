import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BufferNeed, placeBuffers } from './place-buffers.ts';

const need = fc
  .record({ bytes: fc.integer({ min: 0, max: 500 }), from: fc.integer({ min: 0, max: 9 }), steps: fc.integer({ min: 0, max: 4 }) })
  .map(({ bytes, from, steps }): BufferNeed => ({ bytes, from, to: from + steps }));

test('what is needed at the same time does not overlap, not even the vector behind its end', () => {
  fc.assert(
    fc.property(fc.array(need, { maxLength: 24 }), (needs) => {
      const { addresses, end } = placeBuffers(needs, 64);
      needs.forEach((one, index) => {
        expect(addresses[index]! % 16).toBe(0);
        expect(addresses[index]!).toBeGreaterThanOrEqual(64);
        expect(addresses[index]! + one.bytes + 16).toBeLessThanOrEqual(end);
        needs.slice(0, index).forEach((other, before) => {
          const meets = one.from <= other.to && other.from <= one.to;
          const apart =
            addresses[index]! >= addresses[before]! + other.bytes + 16 || addresses[before]! >= addresses[index]! + one.bytes + 16;
          expect(meets && !apart).toBe(false);
        });
      });
    }),
    { seed: 20261129 },
  );
});

test('what is needed one after the other shares memory', () => {
  const { addresses, end } = placeBuffers(
    [
      { bytes: 100, from: 0, to: 1 },
      { bytes: 50, from: 1, to: 2 },
      { bytes: 100, from: 2, to: 3 },
    ],
    0,
  );
  expect({ addresses, end }).toEqual({ addresses: [0, 128, 0], end: 208 });
});
