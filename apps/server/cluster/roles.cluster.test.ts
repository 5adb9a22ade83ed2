import { existsSync, readFileSync } from 'node:fs';
import type { StatisticsBody } from '@ocr-web/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpawnedServer } from '../acceptance/spawn-server.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import { examineServers } from '../src/doctor/examine-servers.ts';
import { specimenPicture } from '../src/specimen-picture.ts';
import { openTokens } from '../src/tokens/open-tokens.ts';
import { freePort } from '../test/servers/free-port.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const specimen = readFileSync(specimenPicture);
const headers = { authorization: `Token ${clusterToken}` };

let cluster: Cluster;
let first: SpawnedServer;
let second: SpawnedServer;
let worker: SpawnedServer;
let metricsPort: number;

beforeAll(async () => {
  cluster = await startCluster();
  metricsPort = await freePort();
  const counted = { OCR_WEB_METRICS_PORT: String(metricsPort) };
  // All at once: one of them brings the schema up to date, the others wait for it.
  [first, second, worker] = await Promise.all([cluster.start('api'), cluster.start('api'), cluster.start('worker', counted)]);
}, 120_000);
afterAll(() => cluster.close(), 60_000);

type V1Scan = { id: number; status: string; picture_file: string; [field: string]: unknown };

async function upload(server: SpawnedServer, more: Record<string, string> = {}): Promise<{ status: number; scan: V1Scan }> {
  const body = new FormData();
  body.set('picture_file', new Blob([specimen]), 'specimen.png');
  const answer = await fetch(`${server.url}/api/v1/tools/ocr/picture/`, { method: 'POST', headers: { ...headers, ...more }, body });
  return { status: answer.status, scan: (await answer.json()) as V1Scan };
}

async function read(server: SpawnedServer, id: number): Promise<V1Scan> {
  return (await (await fetch(`${server.url}/api/v1/tools/ocr/data/${id}/`, { headers })).json()) as V1Scan;
}

test('what one process takes in, another reads, and a third answers', async () => {
  const { status, scan } = await upload(first, { prefer: 'wait=30' });
  expect(status).toBe(201);
  const known = await read(second, scan.id);
  expect([scan.status, known.status, known.document_number]).toEqual(['COM', 'COM', scan.document_number]);
});

test('a picture address leads to the service, which opens what lies sealed in the store', async () => {
  const { scan } = await upload(second, { prefer: 'wait=30' });
  const url = new URL(scan.picture_file);
  expect([url.origin, url.searchParams.get('X-Amz-Expires')]).toEqual([second.url, '3600']);
  const picture = await fetch(url);
  expect(Buffer.from(await picture.arrayBuffer()).equals(specimen)).toBe(true);
});

test('without encryption it leads to the store, for an hour, with a signature that it checks', async () => {
  const open = await cluster.start('api', { OCR_WEB_ENCRYPTION: 'off' });
  const { scan } = await upload(open, { prefer: 'wait=30' });
  const url = new URL(scan.picture_file);
  expect([url.origin, url.searchParams.get('X-Amz-Expires')]).toEqual([cluster.environment.OCR_WEB_S3_ENDPOINT, '3600']);
  const picture = await fetch(url);
  expect(Buffer.from(await picture.arrayBuffer()).equals(specimen)).toBe(true);
  url.searchParams.set('X-Amz-Expires', '86400');
  expect((await fetch(url)).status).toBe(403);
});

test('a deletion on one process takes the picture from the store and the scan from all', async () => {
  const { scan } = await upload(first, { prefer: 'wait=30' });
  const { status } = await fetch(`${second.url}/api/v2/scans/${scan.id}`, { method: 'DELETE', headers });
  const gone = await fetch(`${first.url}/api/v1/tools/ocr/data/${scan.id}/`, { headers });
  expect([status, gone.status, (await fetch(scan.picture_file)).status]).toEqual([204, 404, 404]);
});

test('a worker answers its probes and nothing else', async () => {
  const statusOf = async (path: string) => (await fetch(`${worker.url}${path}`, { headers })).status;
  expect([await statusOf('/healthz'), await statusOf('/readyz'), await statusOf('/api/v2/scans')]).toEqual([200, 200, 404]);
  expect(worker.output()).toMatch(/This worker reads pictures and delivers webhooks/);
});

test('a worker counts what it read on a listener of its own', async () => {
  const { scan } = await upload(first, { prefer: 'wait=20' });
  expect(scan.status).toBe('COM');
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(text).toMatch(/^ocr_web_scans_finished_total\{outcome="sure"\} [1-9]\d*$/m);
  expect(text).toMatch(/^ocr_web_backlog_success 1$/m);
});

test('statistics of a process without a data folder say nothing of a disk', async () => {
  const answer = await fetch(`${first.url}/api/v2/admin/statistics`, { headers });
  const { storage } = (await answer.json()) as StatisticsBody;
  expect(storage).toEqual({ scans: expect.any(Number), picture_bytes: expect.any(Number), free_bytes: null, disk_bytes: null });
});

test('a scan whose worker was killed is read by the next one', async () => {
  const scans = await Promise.all(Array.from({ length: 6 }, (_, index) => upload(index % 2 ? first : second)));
  await worker.end('SIGKILL');
  worker = await cluster.start('worker');
  for (const { scan } of scans) {
    await expect.poll(async () => (await read(first, scan.id)).status, { timeout: 60_000, interval: 200 }).toBe('COM');
  }
}, 120_000);

test('the doctor asks the servers, and makes no bucket', async () => {
  const config = parseConfig(cluster.environment);
  expect(await examineServers(config)).toEqual({
    database: { version: expect.stringMatching(/^1[5-9]\./), pendingMigrations: [] },
    pictures: { isMade: true },
  });
  const other = { ...config, s3Bucket: 'no-such-bucket' };
  expect([await examineServers(other), await examineServers(other)].map(({ pictures }) => pictures)).toEqual([
    { isMade: false },
    { isMade: false },
  ]);
});

test('tokens are made and revoked on the server, and every process knows at once', async () => {
  const tokens = await openTokens(parseConfig(cluster.environment));
  const { id, token } = await tokens.create('front desk');
  const statuses = () =>
    Promise.all(
      [first, second].map(async ({ url }) => (await fetch(`${url}/api/v2/scans`, { headers: { authorization: `Token ${token}` } })).status),
    );
  await expect.poll(statuses, { timeout: 5000, interval: 50 }).toEqual([200, 200]);
  await tokens.revoke(id);
  await expect.poll(statuses, { timeout: 5000, interval: 50 }).toEqual([401, 401]);
  await tokens.close();
});

test('a process that holds nothing itself leaves no data behind', () => {
  expect(existsSync('.ocr-web/database')).toBe(false);
});

test.each([
  [{ OCR_WEB_ROLE: 'worker', DATABASE_URL: '' }, /OCR_WEB_ROLE is worker, which needs DATABASE_URL/],
  [
    { DATABASE_URL: 'postgresql://nobody:secret-of-nobody@127.0.0.1:9/none' },
    /The PostgreSQL database none on 127\.0\.0\.1:9 cannot be used/,
  ],
  [{ OCR_WEB_S3_SECRET_ACCESS_KEY: 'wrong-secret' }, /The bucket test-\S+ on http:\S+ cannot be used: access is denied \(403\)/],
  [{ OCR_WEB_S3_BUCKET: '' }, /OCR_WEB_S3_BUCKET is missing/],
])('%o is refused with a sentence that tells no secret', async (environment, sentence) => {
  const { code, errors } = (await cluster.start('all', environment).catch((error: unknown) => error)) as { code: number; errors: string };
  expect([code, errors]).toEqual([1, expect.stringMatching(sentence)]);
  expect(errors).not.toMatch(/secret-of-nobody|wrong-secret/);
});
