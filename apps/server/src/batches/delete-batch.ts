import type { Kysely } from 'kysely';
import { type DeletionCause, recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { batchChannel, finishedChannel, notify } from '../notifications/channels.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { deleteDeliveriesOfBatches } from '../webhooks/delete-deliveries.ts';

/**
 * Deletes a batch with everything that came of it: pictures, results, names of files, idempotency
 * key and webhook payloads, also of scans that are being read.
 *
 * The pictures go last, as with a single scan. Rows are taken in the order in which the end of a
 * scan takes them, first scans, then the batch, so that the two never wait for each other.
 *
 * @returns false when there was no such batch any more
 */
export async function deleteBatch(
  sql: Kysely<Tables>,
  store: ObjectStore,
  batchId: number,
  { actor, what }: DeletionCause,
  now: Date,
): Promise<boolean> {
  // A batch gets all of its scans when it is made, so that none can be added meanwhile.
  const scans = await sql.selectFrom('scans').select(['id', 'picture_key']).where('batch_id', '=', batchId).execute();
  const isDeleted = await sql.transaction().execute(async (transaction) => {
    await transaction.selectFrom('scans').select('id').where('batch_id', '=', batchId).orderBy('id').forUpdate().execute();
    await transaction.deleteFrom('scans').where('batch_id', '=', batchId).execute();
    await deleteDeliveriesOfBatches(transaction, [batchId]);
    const { numDeletedRows } = await transaction.deleteFrom('batches').where('id', '=', batchId).executeTakeFirstOrThrow();
    for (const { id } of scans) await notify(transaction, finishedChannel, id);
    await notify(transaction, batchChannel, batchId);
    if (numDeletedRows === 0n) return false;
    const ofScans = scans.map(({ id }) => ({ actor, action: `scan.${what}` as const, subject: id }));
    await recordAuditEvents(transaction, [...ofScans, { actor, action: `batch.${what}`, subject: batchId }], now);
    return true;
  });
  for (const { picture_key } of scans) await store.delete(picture_key);
  return isDeleted;
}
