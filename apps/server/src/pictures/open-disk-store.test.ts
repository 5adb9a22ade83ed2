import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createObjectKey } from './object-key.ts';
import { describeObjectStore } from './object-store.contract.ts';
import { openDiskStore } from './open-disk-store.ts';

async function makeFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ocr-web-store-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

describeObjectStore('store on disk', async () => openDiskStore(await makeFolder()));

test('another opening finds the bytes again', async () => {
  const directory = await makeFolder();
  const key = createObjectKey();
  await (await openDiskStore(directory)).put(key, Uint8Array.of(7));
  expect([...(await (await openDiskStore(directory)).get(key))!]).toEqual([7]);
});

test('an object is one file that only its owner may read, and nothing temporary stays', async () => {
  const directory = await makeFolder();
  const key = createObjectKey();
  await (await openDiskStore(directory)).put(key, Uint8Array.of(7));
  expect((await readdir(directory)).sort()).toEqual([key.slice(0, 2), 'incoming'].sort());
  expect((await stat(join(directory, key.slice(0, 2), key))).mode & 0o777).toBe(0o600);
  expect(await readdir(join(directory, 'incoming'))).toEqual([]);
});

test('opening removes what a killed process left half written', async () => {
  const directory = await makeFolder();
  await openDiskStore(directory);
  const left = join(directory, 'incoming', 'half');
  await writeFile(left, 'half');
  await openDiskStore(directory);
  expect(existsSync(left)).toBe(false);
});

test('a folder that is gone fails the check', async () => {
  const directory = await makeFolder();
  const store = await openDiskStore(directory);
  await rm(directory, { recursive: true });
  await expect(store.check()).rejects.toThrow('ENOENT');
});
