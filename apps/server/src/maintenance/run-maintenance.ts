import type { Logger } from 'pino';
import { deleteOldAuditEvents } from '../audit/delete-old-audit-events.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Database } from '../database/database.ts';
import { deleteOldWindows } from '../fairness/take-permits.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { deleteOldActivity } from '../statistics/delete-old-activity.ts';
import { deleteOldDeliveries } from '../webhooks/delete-deliveries.ts';
import { deleteExpiredBatches } from './delete-expired-batches.ts';
import { deleteExpiredPictures } from './delete-expired-pictures.ts';
import { deleteExpiredScans } from './delete-expired-scans.ts';
import { deleteOrphanPictures } from './delete-orphan-pictures.ts';
import { requeueScans } from './recover-scans.ts';

export type MaintenanceDeps = {
  readonly database: Database;
  readonly store: ObjectStore;
  readonly keys: KeyRing;
  readonly jobs: JobQueue;
  readonly logger: Logger;
  /** How long finished deliveries are kept that belong to no scan. */
  readonly retentionMs: number;
  readonly auditRetentionMs: number;
  /** When it is aborted, what may wait for the next time does. */
  readonly stopping?: AbortSignal;
};

/**
 * An upload takes half an hour at most from its first picture to its scans (see create-batch.ts),
 * so an older picture without a scan was left behind.
 */
const orphanAgeMs = 3_600_000;

/**
 * The recurring chores: deletes what has expired and pictures that no scan names, gives a job to
 * scans that lost theirs, and lets the database remove what deleted rows have left.
 */
export async function runMaintenance(
  { database, store, keys, jobs, logger, retentionMs, auditRetentionMs, stopping }: MaintenanceDeps,
  now: Date,
): Promise<void> {
  const { sql } = database;
  const deliveries = await deleteOldDeliveries(sql, retentionMs, now);
  const expiredBatches = await deleteExpiredBatches(sql, store, now);
  const expired = await deleteExpiredScans(sql, store, keys, now);
  const expiredPictures = await deleteExpiredPictures({ sql, store }, now);
  const orphans = await deleteOrphanPictures(sql, store, new Date(now.getTime() - orphanAgeMs));
  const requeued = await requeueScans(sql, jobs);
  await deleteOldActivity(sql, now);
  await deleteOldAuditEvents(sql, new Date(now.getTime() - auditRetentionMs));
  if (database.engine === 'postgres') await deleteOldWindows(database.relaxed);
  if (deliveries + expiredBatches + expired + expiredPictures + orphans + requeued > 0)
    logger.info({ deliveries, expiredBatches, expired, expiredPictures, orphans, requeued }, 'maintenance');
  await database.maintain(stopping);
}
