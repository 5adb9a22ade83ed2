import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import type { Database } from '../database.ts';
import { numberParsers } from '../number-parsers.ts';
import type { Tables } from '../tables.ts';

/** A database that pg-boss can reach by itself, with connections of its own. */
export type PostgresDatabase = Database & { readonly connectionString: string };

/**
 * Opens the database of a PostgreSQL server, version 15 or newer.
 *
 * @param connectionString such as `postgresql://user@host:5432/database`
 * @param onLostConnection called when the server ends a connection that is not in use
 */
export async function openPostgresDatabase(connectionString: string, onLostConnection: (error: Error) => void): Promise<PostgresDatabase> {
  const getTypeParser: typeof types.getTypeParser = (type, format) =>
    (format !== 'binary' && numberParsers[type]) || types.getTypeParser(type, format);
  const pool = new Pool({ connectionString, types: { getTypeParser } });
  const relaxedPool = new Pool({ connectionString, types: { getTypeParser }, options: '-c synchronous_commit=off', max: 4 });
  // A pool that ends does not wait for its connections to close; what the server then says of them
  // is no news.
  let isClosing = false;
  const report = (error: Error) => {
    if (!isClosing) onLostConnection(error);
  };
  for (const connections of [pool, relaxedPool]) connections.on('error', report);
  const sql = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const relaxed = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: relaxedPool }) });
  const listener = await startListening(connectionString, report);
  return {
    engine: 'postgres',
    sql,
    relaxed,
    exclusive: false,
    connectionString,
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

type Listener = { readonly listen: Database['listen']; readonly close: () => Promise<void> };

/** One connection hears all notifications: LISTEN belongs to a session. */
async function startListening(connectionString: string, onLostConnection: (error: Error) => void): Promise<Listener> {
  const client = new Client({ connectionString });
  client.on('error', onLostConnection);
  await client.connect();
  const listeners = new Map<string, Set<(payload: string) => void>>();
  client.on('notification', ({ channel, payload = '' }) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload);
  });
  return {
    listen: async (channel, onNotification) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(onNotification));
      if (known.size === 1) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      return async () => {
        known.delete(onNotification);
        if (known.size === 0) await client.query(`unlisten ${client.escapeIdentifier(channel)}`);
      };
    },
    close: () => client.end(),
  };
}
