import type { Logger } from 'pino';
import { deleteExpiredBatches } from '../batches/delete-expired-batches.ts';
import type { Database } from '../database/database.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { deleteOrphanPictures } from '../pictures/delete-orphan-pictures.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { deleteExpiredScans } from './delete-expired-scans.ts';
import { requeueScans } from './recover-scans.ts';

export type HouseParts = { readonly database: Database; readonly store: ObjectStore; readonly jobs: JobQueue; readonly logger: Logger };

/** An upload takes half an hour at most from its first picture to its scans (see create-batch.ts), so a picture without a scan that is this old has been left behind. */
const orphanAgeMs = 3_600_000;

/** The recurring chores: expired batches and scans go, pictures that nobody names go, scans that lost their job get a new one, the database tidies up. */
export async function keepHouse({ database, store, jobs, logger }: HouseParts, now: Date): Promise<void> {
  const { sql } = database;
  const expiredBatches = await deleteExpiredBatches(sql, store, now);
  const expired = await deleteExpiredScans(sql, store, now);
  const orphans = await deleteOrphanPictures(sql, store, new Date(now.getTime() - orphanAgeMs));
  const requeued = await requeueScans(sql, jobs);
  if (expiredBatches + expired + orphans + requeued > 0) logger.info({ expiredBatches, expired, orphans, requeued }, 'house kept');
  await database.maintain();
}
