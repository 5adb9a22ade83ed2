import type { Kysely } from 'kysely';
import type { Db as JobDatabase } from 'pg-boss';
import type { Tables } from './tables.ts';

/** The database as the service sees it: PGlite in a folder now, a PostgreSQL server behind the same type later. */
export type Database = {
  readonly sql: Kysely<Tables>;
  /** The same database for the job queue. */
  readonly jobs: { readonly db: JobDatabase; readonly backend: 'pglite' | 'postgres' };
  /** Whether no other process can work on this database, so that a job that is active at the start has lost its worker. */
  readonly exclusive: boolean;
  /** Hears of every `pg_notify` on a channel, once its transaction has committed. Returns how to stop. */
  readonly listen: (channel: string, onNotification: (payload: string) => void) => Promise<() => Promise<void>>;
  /** The chores that a database server does by itself: space of deleted rows is used again, the log of changes is cut. */
  readonly maintain: () => Promise<void>;
  readonly close: () => Promise<void>;
};
