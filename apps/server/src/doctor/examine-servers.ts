import { pino } from 'pino';
import { pendingMigrations } from '../database/migrate-database.ts';
import { type DatabaseConfig, openDatabase } from '../database/open-database.ts';
import type { PostgresDatabase } from '../database/postgres/open-postgres-database.ts';
import { isStartupError } from '../errors/startup-error.ts';
import { describeBucketRefusal, type PictureStoreConfig, toS3Options } from '../pictures/open-picture-store.ts';

type Failure = { readonly reason: string };

/** What is found of the servers that the settings name; undefined where they name none. */
export type ServersReport = {
  readonly database: { readonly version: string; readonly pendingMigrations: readonly string[] } | Failure | undefined;
  readonly pictures: { readonly isMade: boolean } | Failure | undefined;
};

/** Asks the servers as a start would, and makes and changes nothing. */
export async function examineServers(config: DatabaseConfig & PictureStoreConfig): Promise<ServersReport> {
  return {
    database: config.databaseUrl === undefined ? undefined : await examineDatabase(config),
    pictures: await examineBucket(config),
  };
}

async function examineDatabase(config: DatabaseConfig): Promise<ServersReport['database']> {
  try {
    const database = (await openDatabase(config, pino({ level: 'silent' }))) as PostgresDatabase;
    try {
      return { version: await database.version(), pendingMigrations: await pendingMigrations(database) };
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!isStartupError(error)) throw error;
    return { reason: error.message };
  }
}

async function examineBucket(config: PictureStoreConfig): Promise<ServersReport['pictures']> {
  const options = toS3Options(config);
  if (!options) return undefined;
  const { isBucketMade } = await import('../pictures/stores/open-s3-store.ts');
  try {
    return { isMade: await isBucketMade(options) };
  } catch (error) {
    return { reason: describeBucketRefusal(options, error) };
  }
}
