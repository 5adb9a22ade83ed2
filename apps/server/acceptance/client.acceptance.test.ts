import { createHash } from 'node:crypto';
import { openAsBlob, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Client, createClient, isOcrWebError, type ScanSummary, verifyWebhook, type WebhookEvent } from '@ocr-web/api/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../test/prepare-data-directory.ts';
import { onePixelPng } from '../test/uploads/pictures.ts';
import { type SpawnedServer, spawnServer } from './spawn-server.ts';

const specimen = fileURLToPath(new URL('../assets/specimen-passport.png', import.meta.url));
const token = 'token-of-the-client-test';

let directory: string;
let server: SpawnedServer;
let client: Client;

beforeAll(async () => {
  directory = await prepareDataDirectory();
  server = await spawnServer(directory, { OCR_WEB_TOKEN: token, OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true', OCR_WEB_LOG_LEVEL: 'warn' });
  client = createClient({ baseUrl: server.url, token });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await rm(directory, { recursive: true });
});

const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('It did not fail.'),
    (error: unknown) => {
      if (!isOcrWebError(error)) throw error;
      return {
        code: error.code,
        status: error.status,
        requestId: error.requestId,
        fields: error.problem?.errors?.map(({ field }) => field),
      };
    },
  );
const anyId = expect.stringMatching(/./);

test('reads a file, finds it again, looks at its pictures, deletes it', async () => {
  const scan = await client.scans.read(await openAsBlob(specimen), { reference: 'room 12' });
  expect(scan).toMatchObject({ object: 'scan', status: 'completed', reference: 'room 12', error: null, file: { media_type: 'image/png' } });
  const [document] = scan.result!.documents;
  expect([document?.format, document?.main_number, document?.names?.surname, document?.score]).toEqual([
    'TD3',
    'L898902C3',
    'ERIKSSON',
    100,
  ]);
  // The address of the file is signed anew at each answer.
  const { url: _url, ...file } = scan.file;
  expect(await client.scans.get(scan.id)).toMatchObject({ ...scan, file });
  expect(await client.scans.wait(scan.id)).toMatchObject({ id: scan.id, status: 'completed' });

  const picture = await client.scans.picture(scan.id);
  expect([picture.type, Buffer.from(await picture.arrayBuffer()).equals(readFileSync(specimen))]).toEqual(['image/png', true]);
  for (const drawing of [await client.scans.crop(scan.id, 0), await client.scans.annotated(scan.id, 0)]) {
    const head = Buffer.from(await drawing.arrayBuffer()).subarray(1, 4);
    expect([drawing.type, head.toString()]).toEqual(['image/png', 'PNG']);
  }

  await client.scans.delete(scan.id);
  expect(await failure(client.scans.get(scan.id))).toEqual({ code: 'not_found', status: 404, requestId: anyId, fields: undefined });
  expect(await failure(client.scans.delete(scan.id))).toMatchObject({ code: 'not_found' });
});

test('a create under a key happens once', async () => {
  const idempotencyKey = createHash('sha256').update('a key of the tests').digest('hex');
  const creates = Array.from({ length: 5 }, () => client.scans.create(onePixelPng, { idempotencyKey, reference: 'once' }));
  const ids = (await Promise.all(creates)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(1);
  expect((await collect(client.scans.list({ reference: 'once' }))).map(({ id }) => id)).toEqual([ids[0]]);
  const other = client.scans.create(readFileSync(specimen), { idempotencyKey, reference: 'once' });
  expect(await failure(other)).toMatchObject({ code: 'idempotency.mismatch', status: 422 });
});

test('lists page after page, newest first, filtered', async () => {
  const before = new Date();
  const made: number[] = [];
  for (let count = 0; count < 5; count++) made.unshift((await client.scans.create(onePixelPng, { reference: 'list' })).id);
  const ids = async (items: AsyncIterable<ScanSummary>) => (await collect(items)).map(({ id }) => id);
  expect(await ids(client.scans.list({ reference: 'list', limit: 2 }))).toEqual(made);
  expect(await ids(client.scans.list({ reference: 'list', createdBefore: before }))).toEqual([]);
  expect(await ids(client.scans.list({ reference: 'list', createdAfter: before, limit: 4 }))).toEqual(made);
  for (const id of made) await client.scans.wait(id);
  expect(await ids(client.scans.list({ reference: 'list', status: 'completed' }))).toEqual(made);
  const first = await client.scans.listPage({ reference: 'list', limit: 4 });
  expect([first.data.length, typeof first.next_cursor]).toEqual([4, 'string']);
});

test('a refusal is an error with everything that the service says', async () => {
  const stranger = createClient({ baseUrl: server.url, token: 'nobody' });
  expect(await failure(stranger.scans.get(1))).toMatchObject({ code: 'authentication.invalid', status: 401, requestId: anyId });
  expect(await failure(client.scans.create(new TextEncoder().encode('no picture')))).toMatchObject({ code: 'picture.unsupported' });
  const long = client.scans.create(onePixelPng, { reference: 'x'.repeat(201) });
  expect(await failure(long)).toMatchObject({ code: 'field.invalid', fields: ['reference'] });
  expect(await failure(client.scans.list({ limit: 1000 }).next())).toMatchObject({ code: 'field.invalid', fields: ['limit'] });
});

test('webhooks: made, told, checked, rotated, switched off, deleted', async () => {
  const deliveries: { headers: Record<string, string | string[] | undefined>; body: Buffer }[] = [];
  const receiver = createServer(async (request, response) => {
    deliveries.push({ headers: request.headers, body: await buffer(request) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const { secret, ...webhook } = await client.webhooks.create({ url, events: ['scan.completed'] });
  try {
    expect(await client.webhooks.list()).toEqual([webhook]);
    const { secret: newSecret } = await client.webhooks.rotateSecret(webhook.id, { overlapHours: 1 });
    const { id } = await client.scans.read(onePixelPng, { reference: 'told' });
    await expect.poll(() => deliveries.length, { timeout: 20_000 }).toBe(1);
    const event: WebhookEvent = {
      type: 'scan.completed',
      timestamp: expect.any(String),
      data: { id, status: 'completed', reference: 'told', batch_id: null },
    };
    // Both secrets sign while they overlap.
    for (const one of [secret, newSecret]) expect(await verifyWebhook({ ...deliveries[0]!, secret: one })).toEqual(event);
    const listed = await collect(client.webhooks.deliveries(webhook.id));
    expect(listed.map(({ event: { type } }) => type)).toEqual(['scan.completed']);
    await client.webhooks.resend(webhook.id, listed[0]!.id);
    await expect.poll(() => deliveries.length, { timeout: 20_000 }).toBe(2);
    expect(deliveries[1]?.headers['webhook-id']).toBe(deliveries[0]?.headers['webhook-id']);
    expect(await client.webhooks.update(webhook.id, { enabled: false })).toMatchObject({ enabled: false, disabled_reason: 'owner' });
    expect(await failure(client.webhooks.test(webhook.id))).toMatchObject({ code: 'webhook.disabled' });
    await client.webhooks.delete(webhook.id);
    expect(await failure(client.webhooks.get(webhook.id))).toMatchObject({ code: 'not_found' });
  } finally {
    receiver.close();
  }
});
