import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { deleteOrphanPictures } from '../pictures/delete-orphan-pictures.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { deleteExpiredScans } from './delete-expired-scans.ts';
import { requeueScans } from './recover-scans.ts';

export type HouseParts = { readonly database: Database; readonly store: ObjectStore; readonly jobs: JobQueue; readonly logger: Logger };

/** An upload takes at most minutes from its picture to its scan, so a picture without a scan that is this old has been left behind. */
const orphanAgeMs = 3_600_000;

/** The recurring chores: expired scans go, pictures that nobody names go, scans that lost their job get a new one, the database tidies up. */
export async function keepHouse({ database, store, jobs, logger }: HouseParts, now: Date): Promise<void> {
  const { sql } = database;
  const expired = await deleteExpiredScans(sql, store, now);
  const orphans = await deleteOrphanPictures(sql, store, new Date(now.getTime() - orphanAgeMs));
  const requeued = await requeueScans(sql, jobs);
  if (expired + orphans + requeued > 0) logger.info({ expired, orphans, requeued }, 'house kept');
  await database.maintain();
}
