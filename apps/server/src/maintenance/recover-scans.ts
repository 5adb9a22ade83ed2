import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';
import { batchPriority } from '../jobs/batch-priority.ts';
import type { JobQueue } from '../jobs/job-queue.ts';

/**
 * Before the workers start: frees the scans whose worker died with the last process, and gives them
 * new jobs.
 *
 * @returns how many scans got a new job
 */
export async function recoverScans(database: Database, jobs: JobQueue): Promise<number> {
  if (database.exclusive) await jobs.dropActive('read-scan');
  return requeueScans(database.sql, jobs);
}

/**
 * Gives a job to every unfinished scan that has none; it waits again, so it is queued again. Doing
 * so twice does no harm, since a job for a finished scan does nothing.
 */
export function requeueScans(sql: Kysely<Tables>, jobs: JobQueue): Promise<number> {
  return sql.transaction().execute(async (transaction) => {
    const unfinished = await transaction
      .selectFrom('scans')
      .leftJoin('batch_items', 'batch_items.scan_id', 'scans.id')
      .select(['scans.id', 'scans.owner_id', 'batch_items.position'])
      .where(indexedConditions.isUnfinishedScan)
      .orderBy('scans.id')
      .execute();
    if (unfinished.length === 0) return 0;
    const queued = new Set((await jobs.listUnfinished(transaction, 'read-scan')).map(({ scanId }) => scanId));
    const lost = unfinished.filter(({ id }) => !queued.has(id));
    let sent = 0;
    for (const { id, owner_id: owner, position } of lost) {
      // Its worker may have ended it, and its job, since it was looked at.
      const { numUpdatedRows } = await transaction
        .updateTable('scans')
        .set({ status: 'queued' })
        .where('id', '=', id)
        .where(indexedConditions.isUnfinishedScan)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) continue;
      sent += 1;
      const how = position === null ? { owner } : { priority: batchPriority(position) };
      await jobs.send(transaction, 'read-scan', { payload: { scanId: id }, ...how });
    }
    return sent;
  });
}
