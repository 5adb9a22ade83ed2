import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** A way to the gateway that keeps account of requests, and refuses as many as it is told to. */
async function startWay(refused = 0): Promise<{ endpoint: string; seen: string[] }> {
  const seen: string[] = [];
  let left = refused;
  const server = createServer((request, response) => {
    const isClient = request.headers['amz-sdk-invocation-id'] !== undefined;
    if (/^\/[^/]+\/[^/?]{43}/.test(request.url ?? '')) {
      seen.push(`${request.method} ${isClient ? 'by the client' : 'directly'}`);
      left -= 1;
      if (left >= 0) {
        request.resume().once('end', () => response.writeHead(503).end());
        return;
      }
    }
    const { method, headers, url } = request;
    const onward = sendRequest(new URL(url ?? '', gateway.endpoint), { method, headers, setHost: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

test('an object takes one request, and one more of the client where that is refused or there is none', async () => {
  const { endpoint, seen } = await startWay();
  const store = await open({ endpoint });
  const key = createObjectKey();
  await store.put(key, Uint8Array.of(1, 2));
  expect([...((await store.get(key)) ?? [])]).toEqual([1, 2]);
  expect(await store.get(createObjectKey())).toBeUndefined();
  expect(seen).toEqual(['PUT directly', 'GET directly', 'GET directly', 'GET by the client']);
});

test.each([
  [2, true],
  [3, false],
])('of a store that refuses %i times the third attempt is the last one', async (refused, isStored) => {
  const { endpoint, seen } = await startWay(refused);
  const store = await open({ endpoint });
  const stored = store.put(createObjectKey(), Uint8Array.of(1)).then(
    () => true,
    () => false,
  );
  expect(await stored).toBe(isStored);
  expect(seen).toEqual(['PUT directly', 'PUT by the client', 'PUT by the client']);
});
