import type { Kysely } from 'kysely';
import { type DeletionCause, recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { batchChannel, finishedChannel, notify } from '../notifications/channels.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import type { ScanFinishedHook } from './scan-finished-hook.ts';

export type DeleteScanDeps = {
  readonly sql: Kysely<Tables>;
  readonly store: ObjectStore;
  readonly onFinished: ScanFinishedHook;
  readonly now: () => Date;
};

/**
 * Deletes a scan with everything that belongs to it: picture, result and idempotency key, and by
 * the database's own references the webhook payloads about it.
 *
 * The row goes first. A kill in between leaves a picture that no scan names, which the next start
 * or the chores delete; the other way round it would leave a scan without its picture. A worker
 * that has the scan in hand finds no row to write its result to; whoever waits for the scan is
 * woken.
 *
 * @returns false when there was no such scan any more
 */
export async function deleteScan(
  { sql, store, onFinished, now }: DeleteScanDeps,
  scan: { readonly id: number; readonly pictureKey: string },
  cause: DeletionCause,
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
    if (finishedAt === null) await onFinished(transaction, { batchId }, now());
    await recordAuditEvents(transaction, [{ actor: cause.actor, action: `scan.${cause.what}`, subject: scan.id }], now());
    return true;
  });
  await store.delete(scan.pictureKey);
  return isDeleted;
}
