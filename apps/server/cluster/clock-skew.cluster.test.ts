import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createClient } from '@ocr-web/api/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpawnedServer } from '../acceptance/spawn-server.ts';
import { specimenPicture } from '../src/specimen-picture.ts';
import { collect } from '../test/collect.ts';
import { type Receiver, startReceiver } from '../test/receivers/start-receiver.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const specimen = readFileSync(specimenPicture);
const preload = new URL('./clock-ahead.fixture.ts', import.meta.url).href;
const clockAhead = (minutes: number) => ({
  NODE_OPTIONS: `--import=${preload}`,
  TEST_CLOCK_AHEAD_MINUTES: String(minutes),
  OCR_WEB_WEBHOOK_ALLOW_PRIVATE: 'true',
  OCR_WEB_WEBHOOK_TIMEOUT_SECONDS: '10',
});

let cluster: Cluster;
let receiver: Receiver;
let ahead: SpawnedServer;
let behind: SpawnedServer;

beforeAll(async () => {
  cluster = await startCluster();
  receiver = await startReceiver();
  [ahead, behind] = await Promise.all([cluster.start('api', clockAhead(10)), cluster.start('api', clockAhead(-10))]);
  await Promise.all([cluster.start('worker', clockAhead(10)), cluster.start('worker', clockAhead(-10))]);
}, 120_000);
afterAll(async () => {
  await cluster.close();
  await receiver.close();
}, 60_000);

const clientOf = ({ url }: SpawnedServer) => createClient({ baseUrl: url, token: clusterToken });

test('clocks that differ by 20 minutes: times are those of the database, and nothing comes late or twice', async () => {
  const startedAt = Date.now();
  const [one, other] = [clientOf(ahead), clientOf(behind)];
  const webhook = await one.webhooks.create({ url: receiver.url });
  // Slow enough that the other worker looks for something due meanwhile.
  receiver.behave = (response) => void setTimeout(1000).then(() => response.writeHead(204).end());
  const scans = await Promise.all([one, other, one, other].map((client) => client.scans.read(specimen)));
  await receiver.waitFor(4);
  const offMs = scans.flatMap(({ created_at, finished_at }) => [created_at, finished_at as string]).map((at) => Date.parse(at) - startedAt);
  expect([Math.min(...offMs) > -5000, Math.max(...offMs) < 60_000]).toEqual([true, true]);
  // Each is there for the other process, and its picture can be had from the store.
  for (const { id } of scans) expect([(await one.scans.get(id)).id, (await other.scans.get(id)).id]).toEqual([id, id]);
  const pictures = await Promise.all([one, other].map(async (client) => fetch((await client.scans.get(scans[0]!.id)).file.url)));
  expect(pictures.map(({ status }) => status)).toEqual([200, 200]);
  // What one sends again, whoever delivers it, is due now.
  const statuses = async () => (await collect(one.webhooks.deliveries(webhook.id))).map(({ status }) => status);
  const areDelivered = () => expect.poll(statuses, { timeout: 20_000 }).toEqual(scans.map(() => 'delivered'));
  await areDelivered();
  const { value: delivery } = await one.webhooks.deliveries(webhook.id).next();
  await one.webhooks.resend(webhook.id, delivery!.id);
  await receiver.waitFor(5);
  await areDelivered();
  await other.webhooks.resend(webhook.id, delivery!.id);
  await receiver.waitFor(6);
  await setTimeout(1500);
  const counts = scans.map(
    ({ id }) => receiver.received.filter(({ body }) => (JSON.parse(body) as { data: { id: number } }).data.id === id).length,
  );
  expect(counts.sort()).toEqual([1, 1, 1, 3]);
}, 60_000);
