import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { fromPglite } from 'pg-boss';
import { syncPath } from '../files/sync-path.ts';
import { syncTree } from '../files/sync-tree.ts';
import type { Database } from './database.ts';
import { DurableNodeFs, type SyncObserver } from './durable-node-fs.ts';
import { numberParsers } from './number-parsers.ts';
import { SerialPGliteDialect } from './serial-pglite-dialect.ts';
import type { Tables } from './tables.ts';

/**
 * PGlite's own start parameters without `-F`, which turns fsync off, and with sizes that suit one service: the log of changes keeps a few
 * of its 16 MB files for later use instead of up to a gigabyte.
 */
const startParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'min_wal_size=32MB', 'max_wal_size=64MB'].flatMap((parameter) => [
    '-c',
    parameter,
  ]),
];

/**
 * Opens the database in `<dataDirectory>/database`, and makes it on the first call, which takes some seconds.
 *
 * The caller holds the folder's lock. A commit has reached the disk when its promise resolves.
 */
export async function openEmbeddedDatabase(dataDirectory: string, observer: SyncObserver = {}): Promise<Database> {
  const directory = locate(dataDirectory);
  if (!isDatabaseMade(dataDirectory)) await createDatabase(dataDirectory, directory);
  const pglite = await openPGlite(directory, observer);
  return {
    sql: new Kysely<Tables>({ dialect: new SerialPGliteDialect(pglite) }),
    jobs: { db: fromPglite(pglite), backend: 'pglite' },
    exclusive: true,
    listen: (channel, onNotification) => pglite.listen(channel, onNotification),
    maintain: () => maintain(pglite),
    close: () => pglite.close(),
  };
}

/** Tells whether the folder has a database, which `openEmbeddedDatabase` would otherwise make. */
export function isDatabaseMade(dataDirectory: string): boolean {
  return existsSync(locate(dataDirectory));
}

function locate(dataDirectory: string): string {
  return join(dataDirectory, 'database');
}

/**
 * PGlite runs PostgreSQL without its background processes: nobody else vacuums or makes checkpoints, and the log of changes would grow for
 * ever. One table at a time, since a statement blocks the whole process.
 */
async function maintain(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ name: string }>(`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables order by 1`);
  for (const { name } of rows) await pglite.exec(`vacuum (analyze) ${name}`);
  await pglite.exec('checkpoint');
}

function openPGlite(directory: string, observer: SyncObserver): Promise<PGlite> {
  return PGlite.create({ fs: new DurableNodeFs(directory, observer), startParams: startParameters, parsers: numberParsers });
}

/** Makes the database under another name and renames it when it is complete and on the disk: a kill in between leaves nothing half made. */
async function createDatabase(dataDirectory: string, directory: string): Promise<void> {
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const pglite = await openPGlite(unfinished, {});
  await pglite.close();
  await syncTree(unfinished);
  await rename(unfinished, directory);
  await syncPath(dataDirectory);
}
