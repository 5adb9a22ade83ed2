import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { StatementNames } from './statement-names.ts';

/** Makes Kysely's view of a pool whose connections prepare the statements that have names. */
export function prepareStatements(pool: Pool, names: StatementNames): PostgresPool {
  // Kysely knows a connection by its client again.
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const prepared = known.get(client) ?? preparingClient(client, names);
      known.set(client, prepared);
      return prepared;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** Sends one statement over whichever connection is free, prepared where it has a name. */
export async function queryPrepared(
  pool: Pool,
  names: StatementNames,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<QueryResult> {
  return await pool.query(namedQuery(names, text, values));
}

function preparingClient(client: PoolClient, names: StatementNames): PostgresPoolClient {
  const query = (statement: unknown, values?: readonly unknown[]) =>
    client.query((typeof statement === 'string' ? namedQuery(names, statement, values) : statement) as never);
  return { query: query as PostgresPoolClient['query'], release: (error?: boolean | Error) => client.release(error) };
}

function namedQuery(names: StatementNames, text: string, values: readonly unknown[] | undefined) {
  const name = names.nameOf(text);
  return { text, ...(values && { values: [...values] }), ...(name !== undefined && { name }) };
}
