import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeAll, expect, inject, test } from 'vitest';
import { createPostgresDatabase } from '../../../test/servers/create-postgres-database.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { openJobQueue } from '../../jobs/open-job-queue.ts';
import { migrateDatabase } from '../migrate-database.ts';
import { openDatabase } from '../open-database.ts';
import type { PostgresDatabase } from './open-postgres-database.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let url: string;
beforeAll(async () => {
  const { url: made, drop } = await createPostgresDatabase(inject('postgresUrl') as string);
  url = made;
  return drop;
});

async function open(environment: Record<string, string> = {}, address = url): Promise<PostgresDatabase> {
  const logger = pino({ level: 'silent' });
  const database = (await openDatabase(parseConfig({ DATABASE_URL: address, ...environment }), logger)) as PostgresDatabase;
  closers.push(database.close);
  return database;
}

const sleepOn = ({ sql: database }: PostgresDatabase, seconds: number) => sql`select pg_sleep(${seconds})`.execute(database);

test('a statement that takes too long is cut off, and the next one on the connection is not', async () => {
  const database = await open({ OCR_WEB_DATABASE_STATEMENT_SECONDS: '1' });
  await expect(sleepOn(database, 5)).rejects.toMatchObject({ code: '57014' });
  expect((await sql`select 1 as one`.execute(database.sql)).rows).toEqual([{ one: 1 }]);
});

test('a wait for a lock ends, and a transaction that does nothing gives up what it holds', async () => {
  const database = await open({ OCR_WEB_DATABASE_LOCK_SECONDS: '1', OCR_WEB_DATABASE_IDLE_TRANSACTION_SECONDS: '3' });
  await sql`create table held (id integer)`.execute(database.sql);
  const lockTable = (on: PostgresDatabase['sql']) => sql`lock table held`.execute(on);
  const held = Promise.withResolvers<void>();
  const idle = database.sql.transaction().execute(async (transaction) => {
    await lockTable(transaction);
    held.resolve();
    await setTimeout(4000);
    await lockTable(transaction);
  });
  const ended = expect(idle).rejects.toThrow('not queryable');
  await held.promise;
  await expect(sql`select * from held`.execute(database.sql)).rejects.toMatchObject({ code: '55P03' });
  await ended;
  expect((await sql`select * from held`.execute(database.sql)).rows).toEqual([]);
});

test('one process makes as many connections as docs/scaling.md says, and no more', async () => {
  const database = await open({ OCR_WEB_DATABASE_CONNECTIONS: '3' });
  await migrateDatabase(database);
  const jobs = await openJobQueue(database, pino({ level: 'silent' }));
  closers.push(() => jobs.close(1000));
  await jobs.work('read-scan', 1, () => Promise.resolve());
  const twenty = Array.from({ length: 20 }, () => 0.2);
  await Promise.all(twenty.flatMap((seconds) => [sleepOn(database, seconds), sql`select pg_sleep(0.2)`.execute(database.relaxed)]));
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity where datname = current_database()`.execute(database.sql);
  expect(rows[0]!.count).toBeGreaterThan(3 + 4);
  expect(rows[0]!.count).toBeLessThanOrEqual(3 + 9);
});

test('TLS: every connection is encrypted, and a server with another certificate is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-web-certificate-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const other = join(folder, 'other.pem');
  const subject = ['-subj', '/CN=other', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', ...subject, '-out', other], {
    cwd: folder,
    stdio: 'pipe',
  });
  const through = (certificate: string) => `${url}?sslmode=verify-full&sslrootcert=${encodeURIComponent(certificate)}`;
  const database = await open({}, through(inject('postgresCertificate') as string));
  const jobs = await openJobQueue(database, pino({ level: 'silent' }));
  closers.push(() => jobs.close(1000));
  const { rows } = await sql`
    select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid) where datname = current_database()`.execute(database.sql);
  expect(rows).toEqual([{ ssl: true }]);
  await expect(open({}, through(other))).rejects.toMatchObject({
    code: 'database.unusable',
    message: expect.stringMatching(/^The PostgreSQL database test_\w+ on 127\.0\.0\.1:\d+ cannot be used: .*certificate/),
  });
});
