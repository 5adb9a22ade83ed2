import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiCaller } from '../acceptance/kill/api-caller.ts';
import type { SpawnedServer } from '../acceptance/spawn-server.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import { migrateDatabase, migrations } from '../src/database/migrate-database.ts';
import { openPostgresDatabase } from '../src/database/postgres/open-postgres-database.ts';
import { type Cluster, clusterToken, startCluster } from './start-cluster.ts';

let cluster: Cluster;
let api: SpawnedServer;
beforeAll(async () => {
  cluster = await startCluster();
  [api] = await Promise.all([cluster.start('api'), cluster.start('worker')]);
}, 120_000);
afterAll(() => cluster.close(), 60_000);

/**
 * Stands for the next version: everything that a migration may do while processes of this one run.
 */
async function expand(database: Kysely<never>): Promise<void> {
  await sql`create table labels (id bigint primary key, scan_id bigint references scans (id) on delete cascade)`.execute(database);
  await sql`alter table scans add column label text, add column pages integer not null default 1`.execute(database);
  await sql`alter table tokens add column note text not null default ''`.execute(database);
  await sql`drop index scans_expires_at`.execute(database);
  await sql`create index scans_expires_at on scans (expires_at, pages, picture_bytes)`.execute(database);
}

test('processes of this version go on while the next one brings the schema up to date, and others of it start after that', async () => {
  const caller = await createApiCaller(clusterToken, () => api.url);
  const answers: [number, string][] = [];
  const create = async (key: string, by = caller) => {
    const { status, text } = await by.createV2(key, 60);
    answers.push([status, (JSON.parse(text) as { status: string }).status]);
  };
  let isMigrated = false;
  const uploading = (async () => {
    for (let count = 0; count < 3 || !isMigrated; count += 1) await Promise.all([create(`${count}-a`), create(`${count}-b`)]);
  })();
  await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(1);
  const database = await openPostgresDatabase(cluster.environment.DATABASE_URL!, parseConfig({}), { onLostConnection: () => undefined });
  expect(await migrateDatabase(database, { ...migrations, '9999-next': expand })).toEqual(['9999-next']);
  await database.close();
  isMigrated = true;
  await uploading;
  const later = await cluster.start('api');
  await create('later', await createApiCaller(clusterToken, () => later.url));
  expect(answers).toEqual(answers.map(() => [201, 'completed']));
  expect(`${api.errors()}${later.errors()}`).not.toContain('"level":"error"');
}, 180_000);
