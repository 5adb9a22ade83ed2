import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { type Dialect, Kysely } from 'kysely';
import { StartupError } from '../errors/startup-error.ts';
import { syncPath } from '../files/sync-path.ts';
import type { ObserveCall } from '../metrics/observed-call.ts';
import type { Database } from './database.ts';
import { observeDialect } from './observe-dialect.ts';
import { CommitSync } from './sqlite/commit-sync.ts';
import { Notifications } from './sqlite/notifications.ts';
import { PageScrubber } from './sqlite/page-scrubber.ts';
import { ReservedSpace } from './sqlite/reserved-space.ts';
import { SqliteDialect } from './sqlite/sqlite-dialect.ts';
import { SqliteSession } from './sqlite/sqlite-session.ts';
import type { Turns } from './sqlite/turns.ts';
import type { Tables } from './tables.ts';

export type EmbeddedDatabaseOptions = {
  /** Called after each fsync of the write-ahead log, for whoever counts them. */
  readonly onSync?: () => void;
  /**
   * Called when the database is beyond use, damaged or on a failing disk: the process has to end.
   */
  readonly onFault?: (error: unknown) => void;
  /** Hears of every statement and commit. */
  readonly observe?: ObserveCall | undefined;
};

/** SQLite's own default. */
const pageBytes = 4096;

/**
 * The exclusive lock does without a file of shared memory, if it comes before anything that looks
 * into the file. `auto_vacuum` has to come before the first table. `secure_delete` overwrites
 * deleted values with zeros; without it they would stay in free pages. `temp_store` keeps sorted
 * rows out of temporary files.
 */
const pragmas = [
  'locking_mode = exclusive',
  `page_size = ${pageBytes}`,
  'auto_vacuum = incremental',
  'journal_mode = wal',
  'synchronous = normal', // See CommitSync.
  'secure_delete = on',
  'temp_store = memory',
  'foreign_keys = on',
  'trusted_schema = off',
];

/**
 * Pages of deleted rows that one run of maintenance gives back to the file system: 16 MiB, so that
 * it does not block for long.
 */
const pagesGivenBack = 4096;

/** After a step of maintenance, so many times as long as it took, none is taken. */
const restShare = 6;

/**
 * Opens the database in `<dataDirectory>/database`, and makes it on the first call.
 *
 * The caller holds the folder's lock. A commit has reached the disk when its promise resolves.
 *
 * @throws StartupError `data_directory.outdated` for the database of an older version that cannot
 *   be read any more
 */
export async function openEmbeddedDatabase(
  dataDirectory: string,
  { onSync = () => undefined, onFault = () => undefined, observe }: EmbeddedDatabaseOptions = {},
): Promise<Database> {
  const path = await prepareFile(dataDirectory);
  const database = new DatabaseSync(path);
  const space = new ReservedSpace(database, `${path}-wal`);
  try {
    for (const pragma of pragmas) database.exec(`pragma ${pragma}`);
    space.open();
  } catch (error) {
    database.close();
    throw error;
  }
  const sync = new CommitSync(`${path}-wal`, onSync, onFault);
  const notifications = new Notifications();
  const session = new SqliteSession(database, sync, notifications, space, onFault);
  const scrubber = await PageScrubber.open(path, pageBytes);
  const observed = (dialect: Dialect) => (observe ? observeDialect(dialect, observe) : dialect);
  return {
    engine: 'sqlite',
    sql: new Kysely<Tables>({ dialect: observed(new SqliteDialect(session, false)) }),
    relaxed: new Kysely<Tables>({ dialect: observed(new SqliteDialect(session, true)) }),
    exclusive: true,
    now: () => new Date(),
    listen: (channel, onNotification) => {
      const stop = notifications.listen(channel, onNotification);
      return Promise.resolve(() => Promise.resolve(stop()));
    },
    maintain: (stopping) => maintain(session, scrubber, stopping),
    holdFile: fileHolder(session),
    close: async () => {
      await session.turns.take();
      await sync.close();
      database.close();
      space.close();
      await scrubber.close();
      // Whoever still waits for a turn is refused by the closed database, instead of waiting for
      // ever.
      session.turns.give();
    },
  };
}

/** Tells whether the folder has a database, which `openEmbeddedDatabase` would otherwise make. */
export function isDatabaseMade(dataDirectory: string): boolean {
  return existsSync(locate(dataDirectory));
}

function locate(dataDirectory: string): string {
  return join(dataDirectory, 'database', 'ocr-web.sqlite');
}

/**
 * Makes an empty file where there is none, readable by its owner only: SQLite gives its other files
 * the same mode.
 */
async function prepareFile(dataDirectory: string): Promise<string> {
  const folder = join(dataDirectory, 'database');
  if (existsSync(join(folder, 'PG_VERSION'))) {
    const sentence = `${folder} was made by an older version of OCR Web and cannot be read any more.`;
    const advice = 'Delete the data folder, or set OCR_WEB_DATA_DIR to a new one; scans in it are lost, tokens have to be made again.';
    throw new StartupError('data_directory.outdated', `${sentence} ${advice}`);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = locate(dataDirectory);
  await (await open(path, 'a', 0o600)).close();
  for (const directory of [folder, dataDirectory]) await syncPath(directory);
  return path;
}

/** Makes what holds the file for whoever copies it; several may at the same time. */
function fileHolder({ turns, space }: SqliteSession): NonNullable<Database['holdFile']> {
  let holders = 0;
  const change = (by: 1 | -1) =>
    alone(turns, () => {
      holders += by;
      space.holdFile(holders > 0);
    });
  return async () => {
    await change(1);
    return () => change(-1);
  };
}

/**
 * Gives back the space of deleted rows and removes what is left of their values: in free pages, in
 * the log of changes, and in the pages that are in use. In small steps, between the statements of
 * others, which have most of the time to themselves. Ends early where somebody copies the file or
 * the service stops: the next time does what is left.
 */
async function maintain({ database, turns, space }: SqliteSession, scrubber: PageScrubber, stopping?: AbortSignal): Promise<void> {
  await alone(turns, () => space.giveBack(pagesGivenBack));
  let next: number | undefined = 1;
  while (next !== undefined && !stopping?.aborted) {
    const first: number = next;
    let tookMs = 0;
    next = await alone(turns, async () => {
      if (space.isFileHeld) return undefined;
      const startedAt = performance.now();
      space.checkpoint();
      const following = await scrubber.scrub(first);
      database.exec('pragma shrink_memory');
      tookMs = performance.now() - startedAt;
      return following;
    });
    if (next !== undefined) await rest(restShare * tookMs, stopping);
  }
  // Pages that were not scrubbed yet may have been in the log.
  await alone(turns, () => space.isFileHeld || space.wipeLog());
  await scrubber.sync();
}

async function rest(ms: number, stopping: AbortSignal | undefined): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal: stopping });
  } catch (error) {
    if (!stopping?.aborted) throw error;
  }
}

async function alone<Result>(turns: Turns, work: () => Result | Promise<Result>): Promise<Result> {
  await turns.take();
  try {
    return await work();
  } finally {
    turns.give();
  }
}
