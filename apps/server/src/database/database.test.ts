import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { useTestDatabase } from '../../test/open-test-database.ts';
import type { Database } from './database.ts';
import { migrateDatabase } from './migrate-database.ts';
import { columnTypesOf } from './migrations/column-types.ts';

// What every engine promises: run on SQLite with the unit tests, on PostgreSQL with `npm run
// test:postgres`.

const opened = useTestDatabase();
let database: Database;
beforeAll(async () => {
  database = opened.database;
  const { time, json } = columnTypesOf(database.engine);
  await database.sql.schema.createTable('notes').addColumn('note', 'text').addColumn('at', time).addColumn('content', json).execute();
});
beforeEach(async () => {
  await sql`delete from notes`.execute(database.sql);
});

const insert = (note: string, on: Pick<Database, 'sql'>['sql'] = database.sql) =>
  sql`insert into notes (note) values (${note})`.execute(on);
const listNotes = async () =>
  (await sql<{ note: string }>`select note from notes order by note`.execute(database.sql)).rows.map(({ note }) => note);
const failing = () => sql`select * from no_such_table`.execute(database.sql);

test('times, JSON, numbers and null come back as they were written', async () => {
  const at = new Date('2026-11-23T12:00:00.123Z');
  const content = { list: [1, 'zwei', null], 'a key': true };
  await sql`insert into notes (note, at, content) values ('ä', ${at}, ${JSON.stringify(content)})`.execute(database.sql);
  await sql`insert into notes (note, at, content) values (null, null, null)`.execute(database.sql);
  const { rows } = await sql`select note, at as renamed, content from notes order by note is null`.execute(database.sql);
  expect(rows).toEqual([
    { note: 'ä', renamed: at, content },
    { note: null, renamed: null, content: null },
  ]);
  expect((await sql`select count(*) as count from notes where at <= ${at}`.execute(database.sql)).rows).toEqual([{ count: 1 }]);
});

test('bigint and count(*) are numbers, and one that does not fit is an error', async () => {
  const { rows } = await sql`select cast(5000000000 as bigint) as big, count(*) as count from notes`.execute(database.sql);
  expect(rows).toEqual([{ big: 5_000_000_000, count: 0 }]);
  await expect(sql`select cast(9007199254740993 as bigint) as big`.execute(database.sql)).rejects.toThrow(RangeError);
  expect((await sql`select 1 as one`.execute(database.sql)).rows).toEqual([{ one: 1 }]);
});

test('transactions and queries at the same time do not get into each other', async () => {
  const transaction = (name: string, fails: boolean) =>
    database.sql.transaction().execute(async (inner) => {
      await insert(`${name} 1`, inner);
      await insert(`${name} 2`, inner);
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

test('relaxed changes are seen at once', async () => {
  await insert('relaxed', database.relaxed);
  await database.relaxed.transaction().execute((inner) => insert('relaxed too', inner));
  expect(await listNotes()).toEqual(['relaxed', 'relaxed too']);
});

test('after a failed statement the next one works', async () => {
  await expect(failing()).rejects.toThrow('no_such_table');
  const transaction = database.sql.transaction().execute(async (inner) => {
    await insert('gone', inner);
    await sql`select * from no_such_table`.execute(inner);
  });
  await expect(transaction).rejects.toThrow('no_such_table');
  expect(await listNotes()).toEqual([]);
});

test('a transaction that locks rows runs, and one that waits for a row gets its turn', async () => {
  await database.sql
    .insertInto('secrets')
    .values({ name: 'counter', value: '0' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const count = () =>
    database.sql.transaction().execute(async (inner) => {
      const { value } = await inner
        .selectFrom('secrets')
        .select('value')
        .where('name', '=', 'counter')
        .forUpdate()
        .executeTakeFirstOrThrow();
      await sql`update secrets set value = ${String(Number(value) + 1)} where name = 'counter'`.execute(inner);
    });
  await Promise.all(Array.from({ length: 20 }, count));
  expect(await database.sql.selectFrom('secrets').select('value').where('name', '=', 'counter').execute()).toEqual([{ value: '20' }]);
});

test('notifications arrive once the transaction has committed, and not at all when it is rolled back', async () => {
  const heard: string[] = [];
  const stop = await database.listen('news', (payload) => void heard.push(payload));
  const notify = (payload: string, on = database.sql) => sql`select pg_notify('news', ${payload})`.execute(on);
  await database.sql.transaction().execute(async (inner) => {
    await notify('one', inner);
    await notify('two', inner);
    expect(heard).toEqual([]);
  });
  const rolledBack = database.sql.transaction().execute(async (inner) => {
    await notify('never', inner);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await notify('three');
  await expect.poll(() => heard).toEqual(['one', 'two', 'three']);
  await stop();
  await notify('unheard');
  expect(heard).toEqual(['one', 'two', 'three']);
});

test('a number that was an id is never given again', async () => {
  const batch = { owner_id: crypto.randomUUID(), reference: null, idempotency_key: null, fingerprint: '', pending_scans: 0 };
  const create = async () => {
    const now = new Date();
    const values = { ...batch, created_at: now, expires_at: now };
    return (await database.sql.insertInto('batches').values(values).returning('id').executeTakeFirstOrThrow()).id;
  };
  const first = await create();
  await database.sql.deleteFrom('batches').execute();
  expect(await create()).toBeGreaterThan(first);
});

test('migrating again changes nothing', async () => {
  const tables = async () =>
    (await database.sql.introspection.getTables()).map(({ name, columns }) => [name, columns.map((column) => column.name)]);
  const before = await tables();
  await migrateDatabase(database);
  expect(await tables()).toEqual(before);
});
