import { expect, test } from 'vitest';
import { ownAddressReader } from '../../test/read-own-address.ts';
import { keepRecentObjects } from './keep-recent-objects.ts';
import { createObjectKey } from './object-key.ts';
import { describeObjectStore } from './object-store.contract.ts';
import { openMemoryStore } from './open-memory-store.ts';

const secret = Buffer.alloc(32, 7);

describeObjectStore(
  'store with a cache',
  () => Promise.resolve(keepRecentObjects(openMemoryStore(secret), 1_000_000)),
  ownAddressReader(secret),
);
describeObjectStore(
  'store with a cache that is too small',
  () => Promise.resolve(keepRecentObjects(openMemoryStore(secret), 10)),
  ownAddressReader(secret),
);

test('an object is read from memory once, the oldest go when there are too many, and a deleted one is gone', async () => {
  const reads: string[] = [];
  const below = openMemoryStore();
  const get = (key: string) => {
    reads.push(key);
    return below.get(key);
  };
  const store = keepRecentObjects({ ...below, get }, 20);
  const keys = [createObjectKey(), createObjectKey(), createObjectKey()] as const;
  for (const [index, key] of keys.entries()) await store.put(key, new Uint8Array(10).fill(index));
  const values = [];
  for (const key of [...keys, keys[2]]) values.push((await store.get(key))?.[0]);
  expect([values, reads]).toEqual([
    [0, 1, 2, 2],
    [keys[0], keys[2]],
  ]);
  await store.put(keys[0], Uint8Array.of(7));
  await store.delete(keys[0]);
  expect(await store.get(keys[0])).toBeUndefined();
});
