import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFreeSpace } from './watch-free-space.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('low below the minimum, enough again from a quarter above it', async () => {
  let bavail = 100;
  const space = await watchFreeSpace('/data', 100 * 4096, () => Promise.resolve({ bavail, bsize: 4096 }));
  const found: boolean[] = [];
  for (const blocks of [100, 99, 100, 124, 125, 100, 99]) {
    bavail = blocks;
    found.push(await space.check());
  }
  expect(found).toEqual([false, true, true, true, false, false, true]);
  space.close();
});

test('it looks by itself every five seconds, and no more once it is closed', async () => {
  let bavail = 2;
  const space = await watchFreeSpace('/data', 2, () => Promise.resolve({ bavail, bsize: 1 }));
  bavail = 1;
  await vi.advanceTimersByTimeAsync(4999);
  const before = space.isLow();
  await vi.advanceTimersByTimeAsync(1);
  expect([before, space.isLow()]).toEqual([false, true]);
  space.close();
  bavail = 9;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(space.isLow()).toBe(true);
});

test('a start on a disk that is full already knows it; a look that fails changes nothing', async () => {
  let fails = false;
  const space = await watchFreeSpace('/data', 10, () =>
    fails ? Promise.reject(new Error('EIO')) : Promise.resolve({ bavail: 1, bsize: 1 }),
  );
  fails = true;
  expect([space.isLow(), await space.check()]).toEqual([true, true]);
  space.close();
});

test('a minimum of 0 is never missed', async () => {
  const space = await watchFreeSpace('/data', 0, () => Promise.resolve({ bavail: 0, bsize: 1 }));
  expect(await space.check()).toBe(false);
  space.close();
});

test('the disk of a real folder', async () => {
  const spaces = await Promise.all([1, Number.MAX_SAFE_INTEGER].map((minFreeBytes) => watchFreeSpace('/', minFreeBytes)));
  expect(spaces.map(({ isLow }) => isLow())).toEqual([false, true]);
  for (const { close } of spaces) close();
});
