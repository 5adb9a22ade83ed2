import type { Kysely } from 'kysely';
import { countOffScan } from '../batches/count-off-scan.ts';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { batchChannel, finishedChannel, notify } from './channels.ts';

/**
 * Deletes a scan with everything that belongs to it: picture and result, and by the database's own references its idempotency key and the
 * webhook payloads about it.
 *
 * The row goes first. A kill in between leaves a picture that no scan names, which the next start or the chores delete; the other way
 * round it would leave a scan without its picture. A worker that has the scan in hand finds no row to write its result to; whoever waits
 * for the scan is woken. A batch goes on without the scan, and ends when it was the last one that it waited for.
 *
 * @returns false when there was no such scan any more
 */
export async function deleteScan(
  sql: Kysely<Tables>,
  store: ObjectStore,
  scan: { readonly id: number; readonly pictureKey: string },
): Promise<boolean> {
  const isDeleted = await sql.transaction().execute(async (transaction) => {
    const deleted = await transaction
      .deleteFrom('scans')
      .where('id', '=', scan.id)
      .returning(['batch_id', 'finished_at'])
      .executeTakeFirst();
    await notify(transaction, finishedChannel, scan.id);
    if (!deleted) return false;
    const { batch_id: batchId, finished_at: finishedAt } = deleted;
    if (batchId !== null && finishedAt !== null) await notify(transaction, batchChannel, batchId);
    if (batchId !== null && finishedAt === null) await countOffScan(transaction, batchId, new Date());
    return true;
  });
  await store.delete(scan.pictureKey);
  return isDeleted;
}
