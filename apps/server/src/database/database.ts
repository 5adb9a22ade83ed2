import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/**
 * The database as the service sees it: an SQLite file in the data folder, or a PostgreSQL server.
 * Every adapter passes database.contract.ts.
 */
export type Database = {
  readonly engine: Engine;
  readonly sql: Kysely<Tables>;
  /**
   * The same tables, for changes that are made again if they are lost: their commits do not wait
   * for the disk (asynchronous commit). A loss of power may undo the latest of them, the end of the
   * process does not.
   */
  readonly relaxed: Kysely<Tables>;
  /**
   * Whether no other process can work on this database, so that work in progress at the start has
   * lost its worker.
   */
  readonly exclusive: boolean;
  /**
   * The time by which rows are made and compared: the server's, where several machines write them.
   */
  readonly now: () => Date;
  /**
   * Calls back for every `pg_notify` on a channel, once its transaction has committed, and with an
   * empty payload when some may have been missed. Returns how to stop.
   */
  readonly listen: (channel: string, onNotification: (payload: string) => void) => Promise<() => Promise<void>>;
  /**
   * Gives back the space of deleted rows and removes what is left of their values, where the engine
   * does not do so by itself. In small steps with rests between them; ends soon after `stopping`.
   */
  readonly maintain: (stopping?: AbortSignal) => Promise<void>;
  /**
   * Keeps the database's own file as it is, so that it can be copied: changes go to the log beside
   * it alone, and file and log together are the database at every moment. Until the function that
   * is returned is called. Only where the database is a file.
   */
  readonly holdFile?: () => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
};
