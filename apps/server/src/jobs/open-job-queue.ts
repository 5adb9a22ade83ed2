import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { PostgresDatabase } from '../database/postgres/open-postgres-database.ts';
import type { JobQueue } from './job-queue.ts';
import { openMemoryQueue } from './open-memory-queue.ts';
import { openPgBossQueue } from './open-pg-boss-queue.ts';

/** Opens the queue that suits a database: in memory where one process has it to itself, pg-boss in PostgreSQL. */
export function openJobQueue(database: Database | PostgresDatabase, logger: Logger): Promise<JobQueue> {
  return 'connectionString' in database ? openPgBossQueue(database, logger) : openMemoryQueue(database, logger);
}
