import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SpawnedServer } from '../acceptance/spawn-server.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import { openPostgresDatabase, type PostgresDatabase } from '../src/database/postgres/open-postgres-database.ts';
import { specimenPicture } from '../src/specimen-picture.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

const specimen = readFileSync(specimenPicture);

let cluster: Cluster;
let server: SpawnedServer;
let database: PostgresDatabase;
beforeAll(async () => {
  cluster = await startCluster();
  server = await cluster.start('all');
  database = await openPostgresDatabase(cluster.environment.DATABASE_URL!, parseConfig({}), { onLostConnection: () => undefined });
}, 120_000);
afterAll(async () => {
  await database.close();
  await cluster.close();
}, 60_000);

const call = async (method: string, path: string, more: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) =>
  (await (
    await fetch(`${server.url}${path}`, { method, headers: { authorization: `Token ${clusterToken}`, ...more }, ...(body && { body }) })
  ).json()) as { id: number; status: string };
const create = (more: Record<string, string>) => call('POST', '/api/v2/scans', { 'content-type': 'image/jpeg', ...more }, specimen);

/** How often it was written down that the result of a scan was read, and by how many. */
async function reads(scanId: number): Promise<object> {
  const { rows } = await sql<{ events: number; actors: number }>`
    select count(*)::int as events, count(distinct actor)::int as actors from audit_events
    where action = 'scan.result_read' and subject = ${String(scanId)}`.execute(database.sql);
  return rows[0]!;
}

test('each answer with a result is one event, whoever writes it: with the end of the scan or after it', async () => {
  const waited = await create({ prefer: 'wait=30' });
  expect([waited.status, await reads(waited.id)]).toEqual(['completed', { events: 1, actors: 1 }]);
  await call('GET', `/api/v2/scans/${waited.id}`);
  expect(await reads(waited.id)).toEqual({ events: 2, actors: 1 });
  const { id } = await create({});
  expect(await reads(id)).toEqual({ events: 0, actors: 0 });
  const later = await call('GET', `/api/v2/scans/${id}`, { prefer: 'wait=30' });
  expect([later.status, await reads(id)]).toEqual(['completed', { events: 1, actors: 1 }]);
});
