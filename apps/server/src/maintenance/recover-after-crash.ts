import { deleteExpiredBatches } from './delete-expired-batches.ts';
import { deleteExpiredScans } from './delete-expired-scans.ts';
import { deleteOrphanPictures } from './delete-orphan-pictures.ts';
import { recoverScans } from './recover-scans.ts';
import type { MaintenanceDeps } from './run-maintenance.ts';

/**
 * Cleans up what the last process left behind, and gives its unfinished scans new jobs. Where this
 * process has the database to itself, no upload can be under way yet, so that every picture without
 * a scan is an orphan.
 */
export async function recoverAfterCrash({ database, store, keys, jobs, logger }: MaintenanceDeps): Promise<void> {
  const { sql } = database;
  const now = database.now();
  const expiredBatches = await deleteExpiredBatches(sql, store, now);
  const expired = await deleteExpiredScans(sql, store, keys, now);
  const orphans = database.exclusive ? await deleteOrphanPictures(sql, store, now) : 0;
  const recovered = await recoverScans(database, jobs);
  if (expiredBatches + expired + orphans + recovered > 0)
    logger.info({ expiredBatches, expired, orphans, recovered }, 'cleaned up after the last run');
}
