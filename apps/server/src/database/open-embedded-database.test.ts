import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDirectory } from '../../test/prepare-data-directory.ts';
import type { Database } from './database.ts';
import { migrateDatabase } from './migrate-database.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';

let directory: string;
let database: Database;
let syncs = 0;

beforeAll(async () => {
  directory = await prepareDataDirectory();
  database = await openEmbeddedDatabase(directory, { onSync: () => (syncs += 1) });
  await migrateDatabase(database.sql);
  await sql`create table notes (note text)`.execute(database.sql);
}, 120_000);

afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});

const insert = (note: string) => sql`insert into notes values (${note})`.execute(database.sql);
const listNotes = async () =>
  (await sql<{ note: string }>`select note from notes order by note`.execute(database.sql)).rows.map(({ note }) => note);

test('every commit reaches the disk: one fsync or more for each', async () => {
  const before = syncs;
  for (let index = 0; index < 20; index += 1) await insert(`synced ${index}`);
  expect(syncs - before).toBeGreaterThanOrEqual(20);
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') order by name`.execute(database.sql);
  expect(rows).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'wal_sync_method', setting: 'fsync' },
  ]);
});

test('a read costs no fsync', async () => {
  const before = syncs;
  await listNotes();
  expect(syncs).toBe(before);
});

test('transactions and queries at the same time do not get into each other', async () => {
  await sql`delete from notes`.execute(database.sql);
  const transaction = (name: string, fails: boolean) =>
    database.sql.transaction().execute(async (inner) => {
      await sql`insert into notes values (${`${name} 1`})`.execute(inner);
      await sql`insert into notes values (${`${name} 2`})`.execute(inner);
      if (fails) throw new Error('rolled back');
    });
  const results = await Promise.allSettled([
    transaction('a', false),
    insert('b'),
    transaction('c', true),
    insert('d'),
    transaction('e', false),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await listNotes()).toEqual(['a 1', 'a 2', 'b', 'd', 'e 1', 'e 2']);
});

test('after a failed statement the next one works', async () => {
  await expect(sql`select 1 / 0`.execute(database.sql)).rejects.toMatchObject({ code: '22012' });
  await expect(
    database.sql.transaction().execute(async (inner) => {
      await sql`select 1 / 0`.execute(inner);
    }),
  ).rejects.toMatchObject({ code: '22012' });
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.sql)).rows).toEqual([{ one: 1 }]);
});

test('bigint and count(*) are numbers, and one that does not fit is an error', async () => {
  const { rows } = await sql<{ big: number; count: number }>`select 5000000000::bigint as big, count(*) as count from secrets`.execute(
    database.sql,
  );
  expect(rows).toEqual([{ big: 5_000_000_000, count: expect.any(Number) }]);
  await expect(sql`select 9007199254740993::bigint as big`.execute(database.sql)).rejects.toThrow(RangeError);
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.sql)).rows).toEqual([{ one: 1 }]);
});

test('notifications arrive once the transaction has committed', async () => {
  const heard: string[] = [];
  const stop = await database.listen('news', (payload) => void heard.push(payload));
  await database.sql.transaction().execute(async (inner) => {
    await sql`select pg_notify('news', 'one')`.execute(inner);
    expect(heard).toEqual([]);
  });
  await listNotes();
  expect(heard).toEqual(['one']);
  await stop();
});

test('migrating again changes nothing', async () => {
  const tables = async () =>
    (
      await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' order by 1, 2`.execute(database.sql)
    ).rows;
  const before = await tables();
  await migrateDatabase(database.sql);
  expect(await tables()).toEqual(before);
});

test('maintenance gives back the space of deleted rows and moves the point from which a restart has to repeat changes', async () => {
  const state = async () =>
    (
      await sql<{ bytes: number; redo: string }>`
        select pg_relation_size('notes') as bytes, (select redo_lsn::text from pg_control_checkpoint()) as redo`.execute(database.sql)
    ).rows[0]!;
  await sql`insert into notes select repeat('x', 1000) from generate_series(1, 1000)`.execute(database.sql);
  await sql`delete from notes`.execute(database.sql);
  const before = await state();
  await database.maintain();
  const after = await state();
  expect(before.bytes).toBeGreaterThan(1_000_000);
  expect(after.bytes).toBe(0);
  expect(after.redo).not.toBe(before.redo);
});
