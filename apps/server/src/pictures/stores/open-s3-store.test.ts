import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { isServerUnreachable } from '../../errors/is-server-unreachable.ts';
import { createObjectKey } from './object-key.ts';
import type { ObjectStore } from './object-store.ts';
import { openS3Store } from './open-s3-store.ts';

/**
 * A store of which nothing is known but its bucket, and which answers for objects as it is told.
 */
async function startStore(answerForObject: (response: ServerResponse) => void): Promise<{ endpoint: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    asked += 1;
    answerForObject(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

const place = {
  bucket: 'pictures',
  region: 'us-east-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  forcePathStyle: true,
  serverSideEncryption: undefined,
};

async function open(endpoint: string): Promise<ObjectStore> {
  const store = await openS3Store({ ...place, endpoint }, { maxSilenceMs: 300 });
  onTestFinished(store.close);
  return store;
}

// The client reads a body once only.
test.each<[string, number, (response: ServerResponse) => void]>([
  ['never answers', 6, () => undefined],
  ['stops in the middle of an object', 5, (response) => response.writeHead(200, { 'content-length': '1000' }).write('half')],
  ['stops in the middle of a refusal', 6, (response) => response.writeHead(503, { 'content-length': '1000' }).write('<Error>')],
])('a store that %s is given up', async (_, attempts, answerForObject) => {
  const { endpoint, asked } = await startStore(answerForObject);
  const store = await open(endpoint);
  await expect(store.get(createObjectKey())).rejects.toSatisfy(isServerUnreachable);
  await expect(store.put(createObjectKey(), new Uint8Array(2_000_000))).rejects.toSatisfy(isServerUnreachable);
  expect(asked()).toBe(attempts);
});

test('an object that comes slowly is waited for', async () => {
  const { endpoint, asked } = await startStore(async (response) => {
    response.writeHead(200, { 'content-length': '6' });
    for (const byte of 'slowly') {
      response.write(byte);
      await setTimeout(100);
    }
  });
  const object = await (await open(endpoint)).get(createObjectKey());
  expect([Buffer.from(object ?? []).toString(), asked()]).toEqual(['slowly', 1]);
});
