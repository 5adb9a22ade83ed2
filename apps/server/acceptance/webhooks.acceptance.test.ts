import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { answer, type Received, startReceiver } from '../test/receivers/start-receiver.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const token = 'token-of-the-webhook-test';
const environment = {
  OCR_WEB_TOKEN: token,
  OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
  OCR_WEB_WEBHOOK_FIRST_RETRY_MS: '200',
  OCR_WEB_WEBHOOK_TIMEOUT_SECONDS: '30',
};

let directory: string;
let picture: Buffer;
let running: SpawnedServer | undefined;
beforeAll(async () => {
  directory = await prepareDataDirectory();
  picture = await readFile(new URL('../assets/specimen-passport.png', import.meta.url));
});
afterEach(() => running?.end('SIGKILL'));
afterAll(() => rm(directory, { recursive: true }));

const start = async () => {
  running = await spawnServer(directory, environment);
  return running;
};
const call = async <Body>(
  { url }: SpawnedServer,
  method: string,
  path: string,
  body?: string | Buffer,
  contentType = 'application/json',
) => {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': contentType }), prefer: 'wait=60' };
  const response = await fetch(`${url}/api/v2${path}`, { method, headers, ...(body && { body: new Uint8Array(Buffer.from(body)) }) });
  return { status: response.status, body: (response.status === 204 ? {} : await response.json()) as Body };
};
const createWebhook = async (server: SpawnedServer, url: string) =>
  (await call<{ id: string; secret: string }>(server, 'POST', '/webhooks', JSON.stringify({ url }))).body;
const scan = async (server: SpawnedServer, reference: string) => {
  const path = `/scans?reference=${reference}`;
  const { status, body } = await call<{ id: number; status: string }>(server, 'POST', path, picture, 'image/png');
  expect([status, body.status]).toEqual([201, 'completed']);
  return body.id;
};
/** Verifies as a receiver does, with the reference implementation. */
const verify = (secret: string, { body, headers }: Received) => new Webhook(secret).verify(body, headers as Record<string, string>);
const event = (id: number, reference: string) => ({
  type: 'scan.completed',
  timestamp: expect.any(String),
  data: { id, status: 'completed', reference, batch_id: null },
});
type DeliveryList = { data: { id: number; status: string; message_id: string; failure: string | null }[] };

test('kill -9 between the end of scans and their delivery, and in the middle of one: every event arrives, verified, with one id', async () => {
  const receiver = await startReceiver();
  const first = await start();
  const { secret } = await createWebhook(first, receiver.url);
  // Down while the scans end, so that every delivery waits for its next attempt.
  await receiver.close();
  const ids = [await scan(first, 'one'), await scan(first, 'two'), await scan(first, 'three')];
  expect(await first.end('SIGKILL')).toBe('SIGKILL');

  // Up, but it never answers: the process dies with attempts under way.
  const silent = await startReceiver(() => undefined, receiver.port);
  const second = await start();
  await silent.waitFor(3);
  expect(await second.end('SIGKILL')).toBe('SIGKILL');
  await silent.close();

  const again = await startReceiver(answer(204), receiver.port);
  const third = await start();
  await again.waitFor(3);
  const byScan = (all: readonly Received[]) =>
    new Map(all.map((received) => [(verify(secret, received) as { data: { id: number } }).data.id, received.headers['webhook-id']]));
  const arrived = again.received.map((received) => verify(secret, received) as { data: { id: number } });
  expect(arrived.sort((one, other) => one.data.id - other.data.id)).toEqual([
    event(ids[0]!, 'one'),
    event(ids[1]!, 'two'),
    event(ids[2]!, 'three'),
  ]);
  expect(byScan(again.received)).toEqual(byScan(silent.received));
  expect(await third.end('SIGTERM')).toBe(0);
  expect(third.errors()).not.toMatch(new RegExp(`${secret.slice(6, 20)}|127\\.0\\.0\\.1:${receiver.port}`));
  await again.close();
}, 300_000);

test('the service from outside: listed, given up, sent again, switched off by 410, and gone with the scan', async () => {
  const receiver = await startReceiver(answer(410));
  const server = await start();
  const { id } = await createWebhook(server, receiver.url);
  const scanId = await scan(server, 'gone');
  await receiver.waitFor(1);
  const list = async () => (await call<DeliveryList>(server, 'GET', `/webhooks/${id}/deliveries?status=dead`)).body.data;
  let dead = await list();
  while (dead.length === 0) dead = await list();
  expect(dead).toMatchObject([{ status: 'dead', failure: 'gone', message_id: receiver.received[0]!.headers['webhook-id'] }]);
  expect((await call(server, 'GET', `/webhooks/${id}`)).body).toMatchObject({ enabled: false, disabled_reason: 'gone' });
  receiver.behave = answer(204);
  expect((await call(server, 'PATCH', `/webhooks/${id}`, '{"enabled":true}')).status).toBe(200);
  expect((await call(server, 'POST', `/webhooks/${id}/deliveries/${dead[0]!.id}/resend`)).status).toBe(202);
  await receiver.waitFor(2);
  expect(new Set(receiver.received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
  expect((await call(server, 'DELETE', `/scans/${scanId}`)).status).toBe(204);
  expect((await call<DeliveryList>(server, 'GET', `/webhooks/${id}/deliveries`)).body.data).toEqual([]);
  expect(await server.end('SIGTERM')).toBe(0);
  await receiver.close();
});

test('by default nothing is sent to this machine', async () => {
  running = await spawnServer(directory, { OCR_WEB_TOKEN: token });
  const refused = await call(running, 'POST', '/webhooks', '{"url":"https://127.0.0.1/hook"}');
  expect(refused).toMatchObject({ status: 400, body: { code: 'field.invalid', errors: [{ field: 'url' }] } });
  expect(await running.end('SIGTERM')).toBe(0);
});

test('a receiver that switches protocols has failed like one that answers 404, and holds up no stop', async () => {
  const switching = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'));
  }).listen(0, '127.0.0.1');
  await once(switching, 'listening');
  const server = await start();
  const { id } = await createWebhook(server, `http://127.0.0.1:${(switching.address() as AddressInfo).port}/`);
  await call(server, 'POST', `/webhooks/${id}/test`);
  const failure = { status: 'pending', failure: 'status', last_attempt: { http_status: 101 } };
  await expect
    .poll(async () => (await call<DeliveryList>(server, 'GET', `/webhooks/${id}/deliveries`)).body.data, { timeout: 10_000 })
    .toMatchObject([failure]);
  expect(await server.end('SIGTERM')).toBe(0);
  switching.close();
});
