import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { ObserveCall } from '../../metrics/observed-call.ts';
import type { Database } from '../database.ts';
import { numberParsers } from '../number-parsers.ts';
import { observeDialect } from '../observe-dialect.ts';
import type { Tables } from '../tables.ts';
import { ServerListener } from './server-listener.ts';

/** A database that pg-boss can reach by itself, with connections of its own. */
export type PostgresDatabase = Database & {
  readonly connectionString: string;
  /** The server's version, such as `15.14`. */
  readonly version: () => Promise<string>;
};

/**
 * Longest wait for a connection, milliseconds: for the server to answer, or for one of the others
 * to be given back.
 */
const connectMs = 10_000;

/**
 * Opens the database of a PostgreSQL server, version 15 or newer.
 *
 * @param connectionString such as `postgresql://user@host:5432/database`
 * @param onLostConnection called when the server ends a connection that is not in use
 * @param observe hears of every statement and commit
 */
export async function openPostgresDatabase(
  connectionString: string,
  onLostConnection: (error: Error) => void,
  observe?: ObserveCall,
): Promise<PostgresDatabase> {
  const getTypeParser: typeof types.getTypeParser = (type, format) =>
    (format !== 'binary' && numberParsers[type]) || types.getTypeParser(type, format);
  const options = { connectionString, connectionTimeoutMillis: connectMs, types: { getTypeParser } };
  const pool = new Pool(options);
  const relaxedPool = new Pool({ ...options, options: '-c synchronous_commit=off', max: 4 });
  // A pool that ends does not wait for its connections to close; what the server then says of them
  // is no news.
  let isClosing = false;
  const report = (error: Error) => {
    if (!isClosing) onLostConnection(error);
  };
  for (const connections of [pool, relaxedPool]) connections.on('error', report);
  const dialectOf = (connections: Pool) => {
    const dialect = new PostgresDialect({ pool: connections });
    return observe ? observeDialect(dialect, observe) : dialect;
  };
  const sql = new Kysely<Tables>({ dialect: dialectOf(pool) });
  const relaxed = new Kysely<Tables>({ dialect: dialectOf(relaxedPool) });
  const listener = await ServerListener.open(connectionString, report);
  return {
    engine: 'postgres',
    sql,
    relaxed,
    exclusive: false,
    connectionString,
    version: async () => {
      const { rows } = await pool.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? '';
    },
    listen: listener.listen,
    // Autovacuum and the checkpointer are the server's own.
    maintain: () => Promise.resolve(),
    close: async () => {
      isClosing = true;
      await listener.close();
      await Promise.all([pool.end(), relaxedPool.end()]);
    },
  };
}
