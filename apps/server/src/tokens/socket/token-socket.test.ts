import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { testKeys } from '../../../test/test-keys.ts';
import { auditLogOf } from '../../audit/audit-log.ts';
import { migrateDatabase } from '../../database/migrate-database.ts';
import { openEmbeddedDatabase } from '../../database/open-embedded-database.ts';
import { openMemoryStore } from '../../pictures/stores/open-memory-store.ts';
import { tokensThroughSocket } from './call-token-socket.ts';
import { openTokenSocket } from './token-socket.ts';
import { tokenSocketPath } from './token-socket-path.ts';

test('a token that finds no room is refused with what to do, and the others are still told', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ocr-web-socket-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const database = await openEmbeddedDatabase(directory);
  await migrateDatabase(database);
  const deps = {
    sql: database.sql,
    store: openMemoryStore(),
    keys: testKeys.keys,
    auditLog: auditLogOf(database, new Uint8Array(32)),
    holdFile: database.holdFile,
    reload: () => Promise.resolve(),
  };
  const close = await openTokenSocket(deps, directory, pino({ level: 'silent' }));
  const tokens = tokensThroughSocket(tokenSocketPath(directory) as string);
  // No page more than there is, which SQLite reports as a full disk.
  await sql`pragma max_page_count = 1`.execute(database.sql);
  // Nor most of those that the database keeps in reserve.
  await sql`insert into reserved_space values (zeroblob(200 * 4096))`.execute(database.sql);
  const made: string[] = [];
  const fill = async () => {
    for (let count = 0; count < 1000; count++) made.push((await tokens.create('n'.repeat(200))).id);
  };
  await expect(fill()).rejects.toMatchObject({
    code: 'disk.full',
    message: expect.stringMatching(/^There is no space left on the disk of .+: \d+ MiB are free, 200 or more should be\. Free some, or /),
  });
  expect((await tokens.list()).map(({ id }) => id).sort()).toEqual(made.sort());
  await close();
  await database.close();
});
