import { channel } from 'node:diagnostics_channel';
import type { DatabaseSync } from 'node:sqlite';
import type { CommitSync } from './commit-sync.ts';
import type { Notifications } from './notifications.ts';
import { type PreparedStatement, prepareStatement } from './prepared-statement.ts';
import type { ReservedSpace } from './reserved-space.ts';
import { StatementCache } from './statement-cache.ts';
import { Turns } from './turns.ts';

/**
 * Every statement is published here while somebody subscribes, without its parameters: benches
 * count statements.
 */
const statementChannel = channel('ocr-web.sql');

/**
 * Results after which the file cannot be trusted (https://www.sqlite.org/rescode.html): I/O error,
 * corrupt, not a database.
 */
const faults = [10, 11, 26];

/**
 * SQLite's only connection to a file, which all callers share: statements one by one, transactions
 * one at a time.
 */
export class SqliteSession {
  readonly database: DatabaseSync;
  readonly turns = new Turns();
  readonly notifications: Notifications;
  readonly sync: CommitSync;
  readonly space: ReservedSpace;
  readonly #statements: StatementCache;
  readonly #onFault: (error: unknown) => void;

  /**
   * @param onFault called when the file turns out to be damaged or cannot be read: the database
   *   must not be used any more
   */
  constructor(
    database: DatabaseSync,
    sync: CommitSync,
    notifications: Notifications,
    space: ReservedSpace,
    onFault: (error: unknown) => void,
  ) {
    this.database = database;
    this.#statements = new StatementCache((sql) => prepareStatement(database, sql));
    this.sync = sync;
    this.notifications = notifications;
    this.space = space;
    this.#onFault = onFault;
    // Functions of PostgreSQL, so that one statement serves both engines.
    database.function('pg_notify', (channel, payload) => {
      notifications.send(String(channel), String(payload));
      return null;
    });
    // A transaction has the whole database to itself.
    database.function('pg_advisory_xact_lock', (_key) => null);
    database.function('hashtextextended', (_text, _seed) => 0);
  }

  /** Runs one statement at once. */
  run(sql: string, parameters: readonly unknown[] = []): ReturnType<PreparedStatement['run']> {
    if (statementChannel.hasSubscribers) statementChannel.publish({ sql });
    try {
      return this.#statements.prepare(sql).run(parameters);
    } catch (error) {
      // The low byte of an extended result code is the code itself.
      if (faults.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff)) this.#onFault(error);
      throw error;
    }
  }
}
