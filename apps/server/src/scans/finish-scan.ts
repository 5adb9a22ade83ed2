import type { Reading } from '@ocr-web/reader';
import type { Kysely } from 'kysely';
import { type KeyRing, sealText, unsealText } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import { finishedChannel, notify } from '../notifications/channels.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';
import type { Claim } from './claim-scan.ts';
import type { ScanFinishedHook } from './scan-finished-hook.ts';
import { encodeReading } from './stored-reading.ts';

export type Outcome =
  | { readonly status: 'completed'; readonly reading: Reading }
  | { readonly status: 'failed'; readonly errorCode: string };

export type FinishScanDeps = {
  readonly sql: Kysely<Tables>;
  readonly keys: KeyRing;
  readonly onFinished: ScanFinishedHook;
  /** The span in which the scan was processed, where that is traced. */
  readonly traceparent?: string | undefined;
};

/**
 * Writes the end of a scan, stores what its owner's webhooks are to be told, and wakes whoever
 * waits for it, in one transaction, to which `onFinished` adds what follows of it.
 *
 * @returns false when the claim is no longer the newest or the scan is gone; then nothing was
 *   written
 */
export async function finishScan(
  { sql, keys, onFinished, traceparent }: FinishScanDeps,
  claim: Pick<Claim, 'scanId' | 'attempt' | 'ownerId' | 'dataKey' | 'pictureRetentionS'>,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  const key = await keys.open(claim.dataKey, claim.ownerId);
  const values =
    outcome.status === 'completed'
      ? { reading: sealText(key, 'reading', encodeReading(outcome.reading)) }
      : { error_code: outcome.errorCode };
  const pictureEnd = claim.pictureRetentionS === null ? null : new Date(now.getTime() + claim.pictureRetentionS * 1000);
  return await sql.transaction().execute(async (transaction) => {
    const scan = await transaction
      .updateTable('scans')
      .set({ status: outcome.status, finished_at: now, picture_expires_at: pictureEnd, ...values })
      .where('id', '=', claim.scanId)
      .where('status', '=', 'processing')
      .where('attempts', '=', claim.attempt)
      .returning(['reference', 'batch_id'])
      .executeTakeFirst();
    if (!scan) return false;
    const { ownerId } = claim;
    const { batch_id } = scan;
    const reference = scan.reference === null ? null : unsealText(key, 'reference', scan.reference);
    const about = { id: claim.scanId, reference, batch_id };
    const event =
      outcome.status === 'completed'
        ? ({ type: 'scan.completed', data: { ...about, status: 'completed' } } as const)
        : ({ type: 'scan.failed', data: { ...about, status: 'failed' } } as const);
    await enqueueEvent(transaction, { ownerId, key, scanId: claim.scanId, traceparent, now, ...event });
    await notify(transaction, finishedChannel, claim.scanId);
    await onFinished(transaction, { batchId: batch_id }, now);
    return true;
  });
}
