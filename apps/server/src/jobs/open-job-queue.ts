import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { PostgresDatabase } from '../database/postgres/open-postgres-database.ts';
import type { JobQueue } from './job-queue.ts';
import { openMemoryQueue } from './open-memory-queue.ts';

/**
 * Opens the queue that suits a database: in memory where one process has it to itself, pg-boss in
 * PostgreSQL.
 */
export async function openJobQueue(database: Database | PostgresDatabase, logger: Logger): Promise<JobQueue> {
  if (!('connectionString' in database)) return await openMemoryQueue(database, logger);
  // A tenth of all modules: loaded where there is a server for it.
  const { openPgBossQueue } = await import('./open-pg-boss-queue.ts');
  return await openPgBossQueue(database, logger);
}
