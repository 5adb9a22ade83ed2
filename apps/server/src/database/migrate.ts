import { pino } from 'pino';
import { lockDirectory } from '../files/lock-directory.ts';
import { migrateDatabase } from './migrate-database.ts';
import { type DatabaseConfig, openDatabase } from './open-database.ts';

/**
 * Brings the schema of the database that the settings name up to date.
 *
 * @returns the names of the migrations that were made
 * @throws StartupError `data_directory.in_use` when a service holds the folder, and what
 *   `openDatabase` throws
 */
export async function migrate(config: DatabaseConfig): Promise<string[]> {
  const lock = config.databaseUrl === undefined ? await lockDirectory(config.dataDirectory) : undefined;
  try {
    const database = await openDatabase(config, pino({ level: 'silent' }));
    try {
      return await migrateDatabase(database);
    } finally {
      await database.close();
    }
  } finally {
    await lock?.release();
  }
}
