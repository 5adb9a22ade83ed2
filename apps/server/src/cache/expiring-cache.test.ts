import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExpiringCache } from './expiring-cache.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const valuesOf = (cache: ExpiringCache<number>) => ['a', 'b', 'c'].map((key) => cache.get(key));

test('the oldest go when all together weigh too much, and what is too heavy alone is not kept', () => {
  const cache = new ExpiringCache<number>({ maxWeight: 10, maxAgeMs: 1000 });
  cache.set('a', 1, 4);
  cache.set('b', 2, 4);
  cache.set('a', 3, 5);
  expect(valuesOf(cache)).toEqual([3, 2, undefined]);
  cache.set('c', 4, 5);
  expect(valuesOf(cache)).toEqual([3, undefined, 4]);
  cache.set('a', 5, 11);
  expect(valuesOf(cache)).toEqual([undefined, undefined, 4]);
});

test('a value goes when its time is over, each at its own, and its weight with it', () => {
  const cache = new ExpiringCache<number>({ maxWeight: 2, maxAgeMs: 1000 });
  cache.set('a', 1);
  vi.advanceTimersByTime(600);
  cache.set('b', 2);
  vi.advanceTimersByTime(401);
  expect(valuesOf(cache)).toEqual([undefined, 2, undefined]);
  cache.set('c', 3);
  expect(valuesOf(cache)).toEqual([undefined, 2, 3]);
  vi.advanceTimersByTime(1001);
  expect([valuesOf(cache), vi.getTimerCount()]).toEqual([[undefined, undefined, undefined], 0]);
});
