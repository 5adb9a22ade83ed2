import { expect, test } from 'vitest';
import { createWrongTokenLimiter } from './wrong-token-limiter.ts';

/** How often in a row a wrong token is taken, `most` times at most. */
function countTaken(limit: (address: string) => unknown, address: string, most: number): number {
  for (let count = 0; count < most; count += 1) {
    try {
      limit(address);
    } catch {
      return count;
    }
  }
  return most;
}

test('a network has its quota, which comes back bit by bit; another one has its own', () => {
  let time = 0;
  const limit = createWrongTokenLimiter(20, undefined, () => time);
  expect([countTaken(limit, '192.0.2.7', 100), countTaken(limit, '192.0.2.8', 100)]).toEqual([20, 20]);
  expect(() => limit('192.0.2.7')).toThrow(
    expect.objectContaining({
      code: 'rate.limited',
      message: 'Too many wrong tokens came from this address. Expected available in 3 seconds.',
      details: { retryAfterSeconds: 3 },
    }),
  );
  time += 3000;
  expect(countTaken(limit, '192.0.2.7', 100)).toBe(1);
  time += 3_600_000;
  expect(countTaken(limit, '192.0.2.7', 100)).toBe(20);
});

test('addresses of one IPv6 network share it', () => {
  const limit = createWrongTokenLimiter(20, undefined, () => 0);
  expect(countTaken(limit, '2001:db8::1', 15)).toBe(15);
  expect(countTaken(limit, '2001:db8::2', 100)).toBe(5);
  expect(countTaken(limit, '2001:db8:0:1::2', 100)).toBe(20);
});

test('a flood of addresses pushes out the one that was silent the longest, and no more than that', () => {
  const limit = createWrongTokenLimiter(1, undefined, () => 0);
  const address = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
  for (let index = 0; index < 10_000; index += 1) limit(address(index));
  // All are remembered; the first one's refusal is also its last use.
  expect(countTaken(limit, address(0), 1)).toBe(0);
  limit(address(10_000));
  expect([countTaken(limit, address(0), 1), countTaken(limit, address(1), 1)]).toEqual([0, 1]);
});

test('with 0 nothing is limited', () => {
  expect(countTaken(createWrongTokenLimiter(0, undefined), '192.0.2.7', 1000)).toBe(1000);
});
