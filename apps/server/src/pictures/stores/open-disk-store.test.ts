import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownAddressReader } from '../../../test/read-own-address.ts';
import { createObjectKey } from './object-key.ts';
import { describeObjectStore } from './object-store.contract.ts';
import type { ObjectStore } from './object-store.ts';
import { openDiskStore } from './open-disk-store.ts';

const secret = Buffer.alloc(32, 7);

async function makeFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ocr-web-store-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

async function open(directory: string): Promise<ObjectStore> {
  const store = await openDiskStore(directory, secret);
  onTestFinished(store.close);
  return store;
}

describeObjectStore('store on disk', async () => open(await makeFolder()), ownAddressReader(secret));

test('another opening finds the bytes again', async () => {
  const directory = await makeFolder();
  const key = createObjectKey();
  await (await open(directory)).put(key, Uint8Array.of(7));
  expect([...(await (await open(directory)).get(key))!]).toEqual([7]);
});

test('an object is one file that only its owner may read', async () => {
  const directory = await makeFolder();
  const key = createObjectKey();
  await (await open(directory)).put(key, Uint8Array.of(7));
  expect(await readdir(directory, { recursive: true })).toEqual([key.slice(0, 1), join(key.slice(0, 1), key)]);
  expect((await stat(join(directory, key.slice(0, 1), key))).mode & 0o777).toBe(0o600);
});

test('a put that fails leaves nothing, and the one that was there stays', async () => {
  const directory = await makeFolder();
  const store = await open(directory);
  const key = createObjectKey();
  await store.put(key, Uint8Array.of(7));
  await expect(store.put(key, Uint8Array.of(8))).rejects.toMatchObject({ code: 'EEXIST' });
  expect([...(await store.get(key))!]).toEqual([7]);
});

test('a folder that is gone fails the check', async () => {
  const directory = await makeFolder();
  const store = await open(directory);
  await rm(directory, { recursive: true });
  await expect(store.check()).rejects.toThrow('ENOENT');
});
