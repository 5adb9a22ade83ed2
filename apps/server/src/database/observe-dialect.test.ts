import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/open-test-database.ts';
import { createObjectKey } from '../pictures/stores/object-key.ts';
import { observeStore } from '../pictures/stores/observe-store.ts';
import { openMemoryStore } from '../pictures/stores/open-memory-store.ts';

const calls: string[] = [];
const observe = (operation: string, seconds: number, hasFailed: boolean) =>
  void calls.push(`${operation}${hasFailed ? ' failed' : ''}${seconds >= 0 ? '' : ' before it began'}`);

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase({ observe });
}, 120_000);
afterAll(() => opened.close());

test('statements are told by their kind, and what surrounds them', async () => {
  const { sql } = opened.database;
  calls.length = 0;
  await sql.selectFrom('tokens').select('id').execute();
  await sql.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('activity_counts').execute();
  });
  const failing = sql.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('activity_counts')
      .values({ resolution: 'minute', period_start: new Date(), name: 'ERIKSSON', count: 1 })
      .execute();
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await expect(
    sql
      .selectFrom('nothing' as 'tokens')
      .selectAll()
      .execute(),
  ).rejects.toThrow();
  expect(calls).toEqual([
    ...['connect', 'select'],
    ...['connect', 'begin', 'delete', 'commit'],
    ...['connect', 'begin', 'insert', 'rollback'],
    ...['connect', 'select failed'],
  ]);
});

test('calls of the store are told by their name', async () => {
  const store = observeStore(openMemoryStore(), observe);
  calls.length = 0;
  const key = createObjectKey();
  await store.put(key, Uint8Array.of(1));
  await store.get(key);
  for await (const { key: listed } of store.list()) expect(listed).toBe(key);
  await store.delete(key);
  await store.check();
  await expect(store.put('no key', Uint8Array.of(1))).rejects.toThrow();
  expect(calls).toEqual(['put', 'get', 'list', 'delete', 'check', 'put failed']);
});
