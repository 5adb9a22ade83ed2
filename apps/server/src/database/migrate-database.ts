import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as tokensScansSecrets } from './migrations/2026-11-23-tokens-scans-secrets.ts';
import { up as webhooks } from './migrations/2026-11-23-webhooks.ts';
import { up as whatV2Keeps } from './migrations/2026-11-23-what-v2-keeps.ts';
import { up as batches } from './migrations/2026-11-23-x-batches.ts';
import type { Tables } from './tables.ts';

/** Every migration in order. A released one is never changed: a change is a new entry. */
const migrations: Record<string, Migration> = {
  '2026-11-23-tokens-scans-secrets': { up: tokensScansSecrets },
  '2026-11-23-webhooks': { up: webhooks },
  '2026-11-23-what-v2-keeps': { up: whatV2Keeps },
  '2026-11-23-x-batches': { up: batches },
};

/** Brings the schema to the newest version; does nothing where it is. Each run is one transaction. */
export async function migrateDatabase(sql: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(sql).migrateToLatest();
  if (error !== undefined) throw new Error('The database schema could not be brought up to date.', { cause: error });
}

/** The names of the migrations that `migrateDatabase` would run. */
export async function pendingMigrations(sql: Kysely<Tables>): Promise<string[]> {
  const all = await migratorOf(sql).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migratorOf(sql: Kysely<Tables>): Migrator {
  return new Migrator({ db: sql, provider: { getMigrations: () => Promise.resolve(migrations) } });
}
