import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import type { Config } from '../../config/settings.ts';
import type { ObserveCall } from '../../metrics/observed-call.ts';
import type { Database } from '../database.ts';
import { numberParsers } from '../number-parsers.ts';
import { observeDialect } from '../observe-dialect.ts';
import type { Tables } from '../tables.ts';
import { prepareStatements } from './prepare-statements.ts';
import { openServerClock } from './server-clock.ts';
import { ServerListener } from './server-listener.ts';
import { StatementNames } from './statement-names.ts';

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
 * Most connections for changes whose commits do not wait, of any number of processes. They only
 * count what happened.
 */
const maxRelaxed = 4;

/** What one process may ask a server for. */
export type PostgresLimits = Pick<
  Config,
  'databaseConnections' | 'databaseStatementSeconds' | 'databaseLockSeconds' | 'databaseIdleTransactionSeconds'
>;

/** Who hears of what happens to a database. */
export type PostgresObservers = {
  /** Called when the server ends a connection that is not in use. */
  readonly onLostConnection: (error: Error) => void;
  /** Hears of every statement and commit. */
  readonly observe?: ObserveCall | undefined;
};

/**
 * Opens the database of a PostgreSQL server, version 15 or newer.
 *
 * @param connectionString such as `postgresql://user@host:5432/database`
 */
export async function openPostgresDatabase(
  connectionString: string,
  limits: PostgresLimits,
  { onLostConnection, observe }: PostgresObservers,
): Promise<PostgresDatabase> {
  const options = poolOptions(connectionString, limits);
  const pool = new Pool(options);
  const relaxedPool = new Pool({ ...options, options: '-c synchronous_commit=off', max: maxRelaxed });
  // A pool that ends does not wait for its connections to close; what the server then says of them
  // is no news.
  let isClosing = false;
  const report = (error: Error) => {
    if (!isClosing) onLostConnection(error);
  };
  for (const connections of [pool, relaxedPool]) {
    connections.on('error', report);
    // One that ends while a transaction has it is no fault of the process: the next statement of
    // the transaction rejects. Without a listener the event would end the process.
    connections.on('connect', (client) => client.on('error', () => undefined));
  }
  const names = new StatementNames();
  const dialectOf = (connections: Pool) => {
    const dialect = new PostgresDialect({ pool: prepareStatements(connections, names) });
    return observe ? observeDialect(dialect, observe) : dialect;
  };
  const sql = new Kysely<Tables>({ dialect: dialectOf(pool) });
  const relaxed = new Kysely<Tables>({ dialect: dialectOf(relaxedPool) });
  const clock = await openServerClock(async () => {
    const { rows } = await pool.query<{ ms: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms');
    return rows[0]?.ms ?? Number.NaN;
  });
  const listener = await ServerListener.open(connectionString, report);
  return {
    engine: 'postgres',
    sql,
    relaxed,
    exclusive: false,
    now: clock.now,
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
      clock.close();
      await listener.close();
      await Promise.all([pool.end(), relaxedPool.end()]);
    },
  };
}

function poolOptions(connectionString: string, limits: PostgresLimits): PoolConfig {
  const getTypeParser: typeof types.getTypeParser = (type, format) =>
    (format !== 'binary' && numberParsers[type]) || types.getTypeParser(type, format);
  return {
    connectionString,
    connectionTimeoutMillis: connectMs,
    max: limits.databaseConnections,
    statement_timeout: limits.databaseStatementSeconds * 1000,
    lock_timeout: limits.databaseLockSeconds * 1000,
    idle_in_transaction_session_timeout: limits.databaseIdleTransactionSeconds * 1000,
    types: { getTypeParser },
  };
}
