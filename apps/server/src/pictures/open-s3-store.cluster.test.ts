import { randomUUID } from 'node:crypto';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createObjectKey } from './object-key.ts';
import { describeObjectStore } from './object-store.contract.ts';
import type { ObjectStore } from './object-store.ts';
import { openS3Store, type S3Options } from './open-s3-store.ts';

const gateway = inject('s3') as S3Options;

async function open(options: Partial<S3Options> = {}): Promise<ObjectStore> {
  const store = await openS3Store({ ...gateway, bucket: `test-${randomUUID()}`, ...options });
  onTestFinished(store.close);
  return store;
}

async function readAddress(_store: ObjectStore, address: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(address);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

describeObjectStore('store in S3', () => open(), readAddress);

test('a bucket that is there is used, whoever made it', async () => {
  const bucket = `test-${randomUUID()}`;
  const key = createObjectKey();
  await (await open({ bucket })).put(key, Uint8Array.of(7));
  expect([...(await (await open({ bucket })).get(key))!]).toEqual([7]);
});

test('more objects than one page of a list are all listed', async () => {
  const store = await open();
  const keys = Array.from({ length: 1010 }, () => createObjectKey());
  for (let first = 0; first < keys.length; first += 50) {
    await Promise.all(keys.slice(first, first + 50).map((key) => store.put(key, Uint8Array.of(1))));
  }
  const listed: string[] = [];
  for await (const { key } of store.list()) listed.push(key);
  expect(listed.sort()).toEqual(keys.sort());
});

test.each([
  ['a wrong secret', { credentials: { accessKeyId: 'test-key', secretAccessKey: 'wrong' } }, 403],
  ['an unknown key', { credentials: { accessKeyId: 'nobody', secretAccessKey: 'wrong' } }, 403],
])('%s is refused at the start', async (_, options, status) => {
  await expect(open(options)).rejects.toMatchObject({ $metadata: { httpStatusCode: status } });
});

test('a store that does not listen is noticed', async () => {
  await expect(open({ endpoint: 'http://127.0.0.1:9' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
