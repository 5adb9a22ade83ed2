import { type Kysely, sql as rawSql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { createTokensScansSecrets } from './migrations/0001-tokens-scans-secrets.ts';
import { createWebhooks } from './migrations/0002-webhooks.ts';
import { createBatches } from './migrations/0003-batches.ts';
import { addScopesAndActivity } from './migrations/0004-scopes-activity.ts';
import { addDeliveryTraces } from './migrations/0005-delivery-traces.ts';
import { createSharedLimits } from './migrations/0006-shared-limits.ts';
import { addDataProtection } from './migrations/0007-data-protection.ts';
import { addTokenLimits } from './migrations/0008-token-limits.ts';
import { createAuditEvents } from './migrations/0009-audit-events.ts';
import { addVisualZone } from './migrations/0010-visual-zone.ts';
import { addBarcodes } from './migrations/0011-barcodes.ts';
import { addPortrait } from './migrations/0012-portrait.ts';
import { type ColumnTypes, columnTypesOf } from './migrations/column-types.ts';
import type { Tables } from './tables.ts';

type MigratedDatabase = Pick<Database, 'engine' | 'sql'>;

/** By name, which is also the order. */
export type Migrations = Readonly<Record<string, (database: Kysely<never>, types: ColumnTypes) => Promise<void>>>;

/**
 * Every migration in order. A released one is never changed: a change is a new entry. Processes of
 * the version before go on working while and after it is made: what they use is only added to, and
 * taken away by a later version (expand, then contract; docs/decisions/2026-11-29-upgrades.md).
 */
export const migrations: Migrations = {
  '0001-tokens-scans-secrets': createTokensScansSecrets,
  '0002-webhooks': createWebhooks,
  '0003-batches': createBatches,
  '0004-scopes-activity': addScopesAndActivity,
  '0005-delivery-traces': addDeliveryTraces,
  '0006-shared-limits': createSharedLimits,
  '0007-data-protection': addDataProtection,
  '0008-token-limits': addTokenLimits,
  '0009-audit-events': createAuditEvents,
  '0010-visual-zone': addVisualZone,
  '0011-barcodes': addBarcodes,
  '0012-portrait': addPortrait,
};

/**
 * Brings the schema to the newest version; does nothing where it is. Each run is one transaction.
 * On a server the schema may be that of a newer version, whose processes run beside this one: it
 * stays so.
 *
 * @param known all that there are; a test has others
 * @returns the names of the migrations that were made
 */
export async function migrateDatabase(database: MigratedDatabase, known: Migrations = migrations): Promise<string[]> {
  const { error, results = [] } = await withoutTimeouts(database, (connection) =>
    migratorOf(database, known, connection).migrateToLatest(),
  );
  if (error !== undefined) throw new Error('The database schema could not be brought up to date.', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

/**
 * An index takes as long as the table is large, and processes that start together wait for the one
 * that makes it.
 */
function withoutTimeouts<Result>(
  { engine, sql }: MigratedDatabase,
  work: (connection: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  if (engine === 'sqlite') return work(sql);
  return sql.connection().execute(async (connection) => {
    await rawSql`set statement_timeout = 0`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await rawSql`reset statement_timeout`.execute(connection);
    }
  });
}

/** The names of the migrations that `migrateDatabase` would run. */
export async function pendingMigrations(database: MigratedDatabase): Promise<string[]> {
  const all = await migratorOf(database, migrations).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migratorOf({ engine, sql }: MigratedDatabase, known: Migrations, connection = sql): Migrator {
  const types = columnTypesOf(engine);
  const ofEngine = Object.entries(known).map(([name, up]): [string, Migration] => [
    name,
    { up: (database) => up(database as Kysely<never>, types) },
  ]);
  // Kysely asks for these while it holds its lock, and its connection.
  const getMigrations = async () => {
    const newer = engine === 'postgres' ? await findNewer(sql, Object.keys(known)) : [];
    return Object.fromEntries([...ofEngine, ...newer.map((name): [string, Migration] => [name, made])]);
  };
  return new Migrator({ db: connection, provider: { getMigrations } });
}

/** Stands for what a newer version has made. */
const made: Migration = { up: () => Promise.reject(new Error('This migration belongs to a newer version.')) };

/** The migrations that were made after the last of those that are known. */
async function findNewer(database: Kysely<Tables>, known: readonly string[]): Promise<string[]> {
  const { rows: tables } = await rawSql<{ isMade: boolean }>`
    select to_regclass('kysely_migration') is not null as "isMade"`.execute(database);
  if (!tables[0]?.isMade) return [];
  const { rows } = await rawSql<{ name: string }>`select name from kysely_migration`.execute(database);
  const last = [...known].sort().at(-1) ?? '';
  return rows.map(({ name }) => name).filter((name) => name > last);
}
