import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBreakingChanges, readSchema } from '../../test/find-breaking-changes.ts';
import { openTestDatabase, type TestDatabase } from '../../test/open-test-database.ts';
import { migrateDatabase, migrations } from './migrate-database.ts';

const all = Object.entries(migrations);
const firstOnes = (count: number) => Object.fromEntries(all.slice(0, count));

let opened: TestDatabase;
beforeEach(async () => {
  opened = await openTestDatabase({ known: {} });
}, 60_000);
afterEach(() => opened.close());

test('no migration takes away what processes of the version before it use', async () => {
  const schema = () => readSchema(opened.database.sql);
  const breaking: Record<string, string[]> = {};
  for (const [index, [name]] of all.entries()) {
    const before = await schema();
    expect(await migrateDatabase(opened.database, firstOnes(index + 1))).toEqual([name]);
    breaking[name] = findBreakingChanges(before, await schema());
  }
  expect(breaking).toEqual(Object.fromEntries(all.map(([name]) => [name, []])));
  expect(await migrateDatabase(opened.database)).toEqual([]);
});

test('what would break processes of the version before is found', async () => {
  const schema = () => readSchema(opened.database.sql);
  await migrateDatabase(opened.database);
  const before = await schema();
  await sql`alter table tokens drop column name`.execute(opened.database.sql);
  await sql`alter table tokens add column kind text not null default 'x'`.execute(opened.database.sql);
  await sql`drop table activity_counts`.execute(opened.database.sql);
  expect(findBreakingChanges(before, await schema()).sort()).toEqual(['activity_counts is gone', 'tokens.name is gone']);
});

test('a schema that a newer version has made stays as it is on a server, where both may run', async () => {
  await migrateDatabase(opened.database);
  const former = migrateDatabase(opened.database, firstOnes(all.length - 1));
  if (opened.database.engine === 'postgres') expect(await former).toEqual([]);
  else await expect(former).rejects.toThrow('could not be brought up to date');
});
