import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
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

/** Stands between client and gateway, and cuts the next connections off. */
async function startWayThatFails(): Promise<{ readonly endpoint: string; readonly cutNext: (count: number) => void }> {
  const { hostname, port } = new URL(gateway.endpoint as string);
  let toCut = 0;
  const way = createServer((from) => {
    from.on('error', () => undefined);
    if (toCut > 0) {
      toCut -= 1;
      from.once('data', () => from.resetAndDestroy());
      return;
    }
    const to = connect(Number(port), hostname);
    to.on('error', () => from.destroy());
    to.on('close', () => from.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to).pipe(from);
  }).listen(0, '127.0.0.1');
  await once(way, 'listening');
  onTestFinished(() => void way.close());
  const cutNext = (count: number) => {
    toCut = count;
  };
  return { endpoint: `http://127.0.0.1:${(way.address() as AddressInfo).port}`, cutNext };
}

test('a request whose connection breaks is sent again, three times at most', async () => {
  const { endpoint, cutNext } = await startWayThatFails();
  const store = await open({ endpoint });
  const key = createObjectKey();
  cutNext(2);
  await store.put(key, Uint8Array.of(7));
  expect([...(await store.get(key))!]).toEqual([7]);
  await store.close();
  const again = await open({ endpoint });
  cutNext(3);
  await expect(again.put(createObjectKey(), Uint8Array.of(7))).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a refusal is told with its status, and not tried again', async () => {
  const bucket = `test-${randomUUID()}`;
  const store = await open({ bucket });
  const { endpoint, region, credentials } = gateway;
  const remover = new S3Client({ endpoint: endpoint as string, region, credentials: credentials!, forcePathStyle: true });
  await remover.send(new DeleteBucketCommand({ Bucket: bucket }));
  remover.destroy();
  const refusal = { name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } };
  await expect(store.put(createObjectKey(), Uint8Array.of(1))).rejects.toMatchObject(refusal);
  // Nothing is not the same as a place that is gone.
  await expect(store.get(createObjectKey())).rejects.toMatchObject(refusal);
});

test('a clock that goes wrong while the service runs is not in the way', async () => {
  const store = await open();
  const key = createObjectKey();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  await store.put(key, Uint8Array.of(7));
  expect([...(await store.get(key))!]).toEqual([7]);
});
