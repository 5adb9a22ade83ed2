import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createApiCaller } from '../acceptance/kill/api-caller.ts';
import { type SpawnedServer, spawnServer } from '../acceptance/spawn-server.ts';
import type { S3Options } from '../src/pictures/stores/open-s3-store.ts';
import { createPostgresDatabase } from '../test/servers/create-postgres-database.ts';
import { type PostgresServer, startPostgresServer } from '../test/servers/postgres-server.ts';
import { serverSettings } from './server-settings.ts';

const token = 'token-of-the-outage-tests';
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-outage-'));
let database: PostgresServer;
let server: SpawnedServer;
let url: string;

beforeAll(async () => {
  database = await startPostgresServer();
  ({ url } = await createPostgresDatabase(database.url));
  server = await spawnServer(folder, {
    ...serverSettings(url, inject('s3') as S3Options),
    OCR_WEB_TOKEN: token,
    OCR_WEB_DATABASE_LOCK_SECONDS: '1',
  });
}, 120_000);
afterAll(async () => {
  await server.end('SIGKILL');
  database.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const statusOf = async (path: string) => (await fetch(`${server.url}${path}`)).status;

test('while the database is gone requests are refused for now, and afterwards all goes on in the same process', async () => {
  const caller = await createApiCaller(token, () => server.url);
  const { id } = JSON.parse((await caller.createV2('before', 60)).text) as { id: number };
  database.stop('immediate');
  const refused = await fetch(`${server.url}/api/v2/scans/${id}`, { headers: { authorization: `Token ${token}` } });
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    ...[503, '5'],
    {
      type: '/docs/problems#storage.unavailable',
      title: 'The storage of the service cannot be reached',
      status: 503,
      detail: 'The service cannot reach its storage at the moment. Try again later.',
      code: 'storage.unavailable',
      request_id: expect.any(String),
    },
  ]);
  const v1 = await caller.createV1(0);
  expect([v1.status, JSON.parse(v1.text), await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([
    503,
    { detail: 'The service cannot reach its storage at the moment. Try again later.' },
    ...[200, 503],
  ]);
  database.start();
  await expect.poll(() => statusOf('/readyz'), { timeout: 30_000, interval: 100 }).toBe(200);
  expect((await caller.get(`/api/v2/scans/${id}`)).status).toBe(200);
  const after = await caller.createV2('after', 60);
  expect([after.status, (JSON.parse(after.text) as { status: string }).status]).toEqual([201, 'completed']);
  expect(server.output().split('OCR Web listens on ')).toHaveLength(2);
}, 120_000);

test('a request whose statement is cut off by the server is refused for now', async () => {
  const other = new Client({ connectionString: url });
  await other.connect();
  await other.query('begin; lock table scans');
  const refused = await fetch(`${server.url}/api/v1/tools/ocr/data/1/`, { headers: { authorization: `Token ${token}` } });
  await other.end();
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    ...[503, '5'],
    { detail: 'The service cannot reach its storage at the moment. Try again later.' },
  ]);
});
