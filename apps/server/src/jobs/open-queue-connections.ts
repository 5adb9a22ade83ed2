import { Pool } from 'pg';
import type { Db } from 'pg-boss';
import type { PostgresDatabase } from '../database/postgres/open-postgres-database.ts';
import { queryPrepared } from '../database/postgres/prepare-statements.ts';
import { StatementNames } from '../database/postgres/statement-names.ts';

/** Longest wait for a connection, milliseconds. */
const connectMs = 10_000;

const maxConnections = 4;

/**
 * Commits do not wait for the disk: what a loss of power undoes is that a job was taken or ended,
 * and a job that comes again finds that nothing is left to do.
 */
const sessionSettings = '-c synchronous_commit=off';

type Query = (text: string, values: readonly unknown[] | undefined) => Promise<{ rows: unknown[] }>;

/** Answers a statement of pg-boss from its parameters. */
type Answer = (values: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** What pg-boss works through, and how to close it. */
export type QueueConnections = {
  readonly db: Db;
  /** Sends a statement; prepared where it comes again and again. */
  readonly query: Query;
  /** From now on calls something in place of sending a text that pg-boss sends. */
  readonly replace: (text: string, by: Answer) => void;
  readonly close: () => Promise<void>;
};

/**
 * Opens connections for what pg-boss does by itself: taking jobs, ending them, looking after them.
 * Jobs are made on the service's own connections, together with the rows that they are about.
 *
 * Statements have no time limit: pg-boss migrates its tables through the same connections.
 *
 * @param onLostConnection called when the server ends a connection that is not in use
 */
export function openQueueConnections(
  { connectionString, listen }: PostgresDatabase,
  onLostConnection: (error: Error) => void,
): QueueConnections {
  const pool = new Pool({
    connectionString,
    connectionTimeoutMillis: connectMs,
    max: maxConnections,
    application_name: 'pgboss',
    options: sessionSettings,
  });
  pool.on('error', onLostConnection);
  const names = new StatementNames();
  const replaced = new Map<string, Answer>();
  const query: Query = (text, values) => queryPrepared(pool, names, text, values);
  return {
    db: {
      executeSql: (text, values = []) => (replaced.get(text) ?? ((given) => query(text, given)))(values),
      listen: async (channel, onNotification, onReconnect) => {
        const stop = await listen(channel, (payload) => (payload === '' ? onReconnect() : onNotification(payload)));
        return { close: stop };
      },
    },
    query,
    replace: (text, by) => void replaced.set(text, by),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}
