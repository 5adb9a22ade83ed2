import { Client } from 'pg';

/** What one kind of statement cost a server since the last reset. */
export type StatementCost = {
  readonly text: string;
  readonly calls: number;
  /** Milliseconds of planning and of execution, in all. */
  readonly planMs: number;
  readonly executionMs: number;
};

/** What clients asked of one database. */
export type DatabaseCost = {
  readonly statements: readonly StatementCost[];
  /** Transactions that were committed, those of single statements included. */
  readonly commits: number;
  /** Bytes that were written to the write-ahead log of the whole server. */
  readonly walBytes: number;
};

export type StatementStatistics = {
  readonly reset: () => Promise<void>;
  /** @param database its name */
  readonly read: (database: string) => Promise<DatabaseCost>;
  readonly close: () => Promise<void>;
};

/** How a server is started that counts its statements. */
export const countingSettings = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on' } as const;

/** Counts the rows of all tables of a database, as the server does itself within a minute. */
export async function analyzeTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('analyze');
  await client.end();
}

/** Asks a server that was started with `countingSettings` what its statements cost. */
export async function openStatementStatistics(url: string): Promise<StatementStatistics> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements');
  return {
    reset: async () => {
      await client.query('select pg_stat_statements_reset(), pg_stat_reset_shared($1)', ['wal']);
    },
    read: async (database) => {
      const { rows } = await client.query<StatementCost>(
        `select query as text, calls::int as calls, total_plan_time as "planMs", total_exec_time as "executionMs"
         from pg_stat_statements where dbid = (select oid from pg_database where datname = $1) and toplevel
         order by calls desc, query`,
        [database],
      );
      const commits = await client.query<{ count: number }>('select xact_commit::int as count from pg_stat_database where datname = $1', [
        database,
      ]);
      const wal = await client.query<{ bytes: string }>('select wal_bytes::text as bytes from pg_stat_wal');
      return { statements: rows, commits: Number(commits.rows[0]?.count), walBytes: Number(wal.rows[0]?.bytes) };
    },
    close: () => client.end(),
  };
}
