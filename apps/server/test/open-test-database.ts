import { rm } from 'node:fs/promises';
import { type Logger, pino } from 'pino';
import type { Database } from '../src/database/database.ts';
import { migrateDatabase } from '../src/database/migrate-database.ts';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import type { JobQueue } from '../src/jobs/job-queue.ts';
import { openPgBossQueue } from '../src/jobs/open-pg-boss-queue.ts';
import { prepareDataDirectory } from './prepare-data-directory.ts';

export type TestDatabase = {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly logger: Logger;
  readonly close: () => Promise<void>;
};

/** Opens a real database with a real job queue in a folder of its own. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const directory = await prepareDataDirectory();
  const logger = pino({ level: 'silent' });
  const database = await openEmbeddedDatabase(directory);
  await migrateDatabase(database.sql);
  const jobs = await openPgBossQueue(database, logger);
  return {
    database,
    jobs,
    logger,
    close: async () => {
      await jobs.close(1000);
      await database.close();
      await rm(directory, { recursive: true });
    },
  };
}
