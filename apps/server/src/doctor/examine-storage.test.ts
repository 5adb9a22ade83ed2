import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from '../../test/prepare-data-directory.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openEmbeddedDatabase } from '../database/open-embedded-database.ts';
import { lockDirectory } from '../files/lock-directory.ts';
import { openDiskStore } from '../pictures/stores/open-disk-store.ts';
import { examineStorage } from './examine-storage.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocr-web-examine-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const free = { state: 'free', freeBytes: expect.any(Number) };

test('a folder that is not made yet: nothing is made', async () => {
  expect(await examineStorage(join(folder, 'a', 'b'))).toEqual({ state: 'not_made', parent: folder, isWritable: true });
  expect(await readdir(folder)).toEqual([]);
});

test('an empty folder: neither database nor pictures are made', async () => {
  expect(await examineStorage(folder)).toEqual({ ...free, database: { isMade: false }, pictures: { isMade: false } });
  expect(await readdir(folder)).toEqual(['server.lock']);
});

test('a folder that a server uses', async () => {
  const lock = await lockDirectory(folder);
  const reason = expect.stringMatching(/ is in use by another server \(process \d+ on .*One server at a time/);
  expect(await examineStorage(folder)).toEqual({ state: 'in_use', reason });
  await lock.release();
});

test('a database of this version, one of an older version, and one that is damaged', async () => {
  const directory = await prepareDataDirectory();
  try {
    const database = await openEmbeddedDatabase(directory);
    await migrateDatabase(database);
    await openDiskStore(join(directory, 'pictures'), new Uint8Array(32));
    await database.close();
    const made = { ...free, pictures: { isMade: true } };
    expect(await examineStorage(directory)).toEqual({ ...made, database: { isMade: true, pendingMigrations: [] } });

    const older = await openEmbeddedDatabase(directory);
    await sql`delete from kysely_migration where name = '0003-batches'`.execute(older.sql);
    await older.close();
    expect(await examineStorage(directory)).toEqual({ ...made, database: { isMade: true, pendingMigrations: ['0003-batches'] } });

    await writeFile(join(directory, 'database', 'ocr-web.sqlite'), 'no database at all'.repeat(1000));
    expect(await examineStorage(directory)).toEqual({ ...made, database: { reason: 'file is not a database' } });
  } finally {
    await rm(directory, { recursive: true });
  }
});
