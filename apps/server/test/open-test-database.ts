import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Logger, pino } from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import { parseConfig } from '../src/config/parse-config.ts';
import type { Database } from '../src/database/database.ts';
import { migrateDatabase, migrations } from '../src/database/migrate-database.ts';
import { openEmbeddedDatabase } from '../src/database/open-embedded-database.ts';
import { openPostgresDatabase } from '../src/database/postgres/open-postgres-database.ts';
import type { JobQueue } from '../src/jobs/job-queue.ts';
import { openJobQueue } from '../src/jobs/open-job-queue.ts';
import type { ObserveCall } from '../src/metrics/observed-call.ts';
import { prepareDataDirectory } from './prepare-data-directory.ts';
import { createPostgresDatabase } from './servers/create-postgres-database.ts';

export type TestDatabase = {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly logger: Logger;
  /** Loses every job, as a crash can. */
  readonly forgetJobs: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type TestDatabaseOptions = {
  readonly observe?: ObserveCall;
  /** The migrations that make its schema. */
  readonly known?: typeof migrations;
};

/**
 * Opens a real database with a real job queue: SQLite in a folder of its own, or PostgreSQL where
 * the test project has a server.
 */
export async function openTestDatabase({ observe, known = migrations }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const logger = pino({ level: 'silent' });
  const { database, remove } = await openDatabase(observe);
  await migrateDatabase(database, known);
  let jobs = await openJobQueue(database, logger);
  return {
    database,
    get jobs() {
      return jobs;
    },
    logger,
    forgetJobs: async () => {
      if (database.engine === 'postgres') await sql`delete from pgboss.job where name = 'read-scan'`.execute(database.sql);
      await jobs.close(1000);
      jobs = await openJobQueue(database, logger);
    },
    close: async () => {
      await jobs.close(1000);
      await database.close();
      await remove();
    },
  };
}

/** The database of a file of tests: opened before its first test, closed after its last. */
export function useTestDatabase(): Omit<TestDatabase, 'close'> {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase();
  }, 120_000);
  afterAll(() => opened.close(), 60_000);
  return {
    get database() {
      return opened.database;
    },
    get jobs() {
      return opened.jobs;
    },
    get logger() {
      return opened.logger;
    },
    forgetJobs: () => opened.forgetJobs(),
  };
}

function failOnLostConnection(error: Error): never {
  throw error;
}

async function openDatabase(observe?: ObserveCall): Promise<{ readonly database: Database; readonly remove: () => Promise<void> }> {
  const server = inject('postgresUrl');
  if (server !== undefined) {
    const { url, drop } = await createPostgresDatabase(server);
    return {
      database: await openPostgresDatabase(url, parseConfig({}), { onLostConnection: failOnLostConnection, observe }),
      remove: drop,
    };
  }
  const directory = await prepareDataDirectory();
  return { database: await openEmbeddedDatabase(directory, { observe }), remove: () => rm(directory, { recursive: true }) };
}
