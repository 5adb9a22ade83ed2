import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

test('a token has its quota in each window, which starts with its first request; what is refused does not count', () => {
  let now = 500;
  const counter = createRateLimiter(() => now);
  const count = (tokenId: string) => counter(tokenId, { requests: 2, windowSeconds: 10 });
  expect(count('a')).toEqual({ allowed: true, remaining: 1, resetSeconds: 10 });
  now = 4600;
  expect(count('a')).toEqual({ allowed: true, remaining: 0, resetSeconds: 6 });
  expect(count('a')).toEqual({ allowed: false, remaining: 0, resetSeconds: 6 });
  expect(count('b')).toEqual({ allowed: true, remaining: 1, resetSeconds: 10 });
  now = 10_499;
  expect(count('a')).toEqual({ allowed: false, remaining: 0, resetSeconds: 1 });
  now = 10_500;
  expect(count('a')).toEqual({ allowed: true, remaining: 1, resetSeconds: 10 });
  expect(count('b')).toEqual({ allowed: true, remaining: 0, resetSeconds: 5 });
});

test('a quota that changes holds at once, for what is left of the window', () => {
  const count = createRateLimiter(() => 0);
  const ask = (requests: number) => count('a', { requests, windowSeconds: 10 });
  expect([ask(1), ask(1)].map(({ allowed }) => allowed)).toEqual([true, false]);
  expect(ask(3)).toEqual({ allowed: true, remaining: 1, resetSeconds: 10 });
  expect(ask(1)).toEqual({ allowed: false, remaining: 0, resetSeconds: 10 });
});
