import { expect, test } from 'vitest';
import { openWriteBehind } from './open-write-behind.ts';

/** Work that ends when it is told to. */
function createWork() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let hasBegun = false;
  const run = () => {
    hasBegun = true;
    return promise;
  };
  return { run, end: resolve, fail: reject, hasBegun: () => hasBegun };
}

const isSettled = async (promise: Promise<void>) => {
  const settled = promise.then(
    () => true,
    () => true,
  );
  await new Promise(setImmediate);
  return Promise.race([settled, Promise.resolve(false)]);
};

test('four run at a time, and the fifth is handed in when one has ended', async () => {
  const behind = openWriteBehind(1000);
  const works = Array.from({ length: 5 }, createWork);
  const added = works.slice(0, 4).map(({ run }) => behind.add(10, run));
  expect(await Promise.all(added.map(isSettled))).toEqual([true, true, true, false]);
  works[1]!.end();
  await added[3];
  void behind.add(10, works[4]!.run);
  expect(works.map(({ hasBegun }) => hasBegun())).toEqual([true, true, true, true, true]);
});

test('no more bytes are held than allowed, but one that is larger passes alone', async () => {
  const behind = openWriteBehind(100);
  const [small, large] = [createWork(), createWork()];
  await behind.add(60, small.run);
  const added = behind.add(500, large.run);
  expect([await isSettled(added), large.hasBegun()]).toEqual([false, false]);
  small.end();
  await added;
  expect(large.hasBegun()).toBe(true);
});

test('all is waited for, also after a failure, which comes out at the next chance', async () => {
  const behind = openWriteBehind(1000);
  const [failing, slow] = [createWork(), createWork()];
  await behind.add(1, failing.run);
  await behind.add(1, slow.run);
  failing.fail(new Error('no space'));
  const settled = behind.settled();
  expect(await isSettled(settled.catch(() => undefined))).toBe(false);
  slow.end();
  await expect(settled).rejects.toThrow('no space');
  await expect(behind.add(1, slow.run)).rejects.toThrow('no space');
});
