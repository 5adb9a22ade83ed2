import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

test('a token has its quota in each window, which starts with its first request; what is refused does not count', () => {
  let now = 500;
  const count = createRateLimiter({ requests: 2, windowSeconds: 10 }, () => now);
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
