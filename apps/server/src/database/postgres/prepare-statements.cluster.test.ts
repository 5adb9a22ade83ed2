import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createPostgresDatabase } from '../../../test/servers/create-postgres-database.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { openPostgresDatabase, type PostgresDatabase } from './open-postgres-database.ts';

let database: PostgresDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  const made = await createPostgresDatabase(inject('postgresUrl') as string);
  drop = made.drop;
  const limits = parseConfig({ OCR_WEB_DATABASE_CONNECTIONS: '2' });
  // One connection is enough as long as one statement is under way.
  database = await openPostgresDatabase(made.url, limits, { onLostConnection: () => undefined });
  await sql`create table things (id integer primary key, name text)`.execute(database.sql);
});
afterAll(async () => {
  await database.close();
  await drop();
});

const insert = (id: number) => sql`insert into things (id) values (${id}) returning id`.execute(database.sql);
const prepared = async () => {
  const { rows } = await sql<{ statement: string; generic: number }>`
    select statement, generic_plans as generic from pg_prepared_statements where statement like '%things%' order by name`.execute(
    database.sql,
  );
  return rows;
};

test('a statement that comes again is prepared, and planned no more', async () => {
  for (let id = 1; id <= 20; id += 1) await insert(id);
  expect(await prepared()).toEqual([
    { statement: 'insert into things (id) values ($1) returning id', generic: expect.toSatisfy((plans: number) => plans > 5) },
  ]);
});

test('after a failure the connection and the statement go on', async () => {
  await expect(insert(1)).rejects.toMatchObject({ code: '23505' });
  expect((await insert(21)).rows).toEqual([{ id: 21 }]);
  const inTransaction = database.sql.transaction().execute(async (transaction) => {
    await sql`insert into things (id) values (${22}) returning id`.execute(transaction);
    throw new Error('undone');
  });
  await expect(inTransaction).rejects.toThrow('undone');
  expect((await insert(22)).rows).toEqual([{ id: 22 }]);
});

test('a column that another process adds breaks no statement', async () => {
  const all = () => sql`select * from things where id = ${1}`.execute(database.sql);
  const some = () => sql`select id, name from things where id = ${1}`.execute(database.sql);
  for (let time = 0; time < 5; time += 1) {
    await all();
    await some();
  }
  await sql`alter table things add column size integer`.execute(database.sql);
  expect((await all()).rows).toEqual([{ id: 1, name: null, size: null }]);
  expect((await some()).rows).toEqual([{ id: 1, name: null }]);
});
