import { type Kysely, sql as rawSql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { createTokensScansSecrets } from './migrations/0001-tokens-scans-secrets.ts';
import { createWebhooks } from './migrations/0002-webhooks.ts';
import { createBatches } from './migrations/0003-batches.ts';
import { addScopesAndActivity } from './migrations/0004-scopes-activity.ts';
import { createSharedLimits } from './migrations/0005-shared-limits.ts';
import { type ColumnTypes, columnTypesOf } from './migrations/column-types.ts';

type MigratedDatabase = Pick<Database, 'engine' | 'sql'>;

/** Every migration in order. A released one is never changed: a change is a new entry. */
const migrations: Readonly<Record<string, (database: Kysely<never>, types: ColumnTypes) => Promise<void>>> = {
  '0001-tokens-scans-secrets': createTokensScansSecrets,
  '0002-webhooks': createWebhooks,
  '0003-batches': createBatches,
  '0004-scopes-activity': addScopesAndActivity,
  '0005-shared-limits': createSharedLimits,
};

/**
 * Brings the schema to the newest version; does nothing where it is. Each run is one transaction.
 *
 * @returns the names of the migrations that were made
 */
export async function migrateDatabase(database: MigratedDatabase): Promise<string[]> {
  const { error, results = [] } = await withoutTimeouts(database, (untimed) => migratorOf(untimed).migrateToLatest());
  if (error !== undefined) throw new Error('The database schema could not be brought up to date.', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/**
 * An index takes as long as the table is large, and processes that start together wait for the one
 * that makes it.
 */
function withoutTimeouts<Result>(
  { engine, sql }: MigratedDatabase,
  work: (database: MigratedDatabase) => Promise<Result>,
): Promise<Result> {
  if (engine === 'sqlite') return work({ engine, sql });
  return sql.connection().execute(async (connection) => {
    await rawSql`set statement_timeout = 0`.execute(connection);
    try {
      return await work({ engine, sql: connection });
    } finally {
      await rawSql`reset statement_timeout`.execute(connection);
    }
  });
}

/** The names of the migrations that `migrateDatabase` would run. */
export async function pendingMigrations(database: MigratedDatabase): Promise<string[]> {
  const all = await migratorOf(database).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migratorOf({ engine, sql }: MigratedDatabase): Migrator {
  const types = columnTypesOf(engine);
  const ofEngine = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (database) => up(database as Kysely<never>, types) },
  ]);
  return new Migrator({ db: sql, provider: { getMigrations: () => Promise.resolve(Object.fromEntries(ofEngine)) } });
}
