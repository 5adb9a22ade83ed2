import type { Reading } from '@ocr-web/reader';
import type { Kysely } from 'kysely';
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
export function finishScan(
  { sql, onFinished, traceparent }: FinishScanDeps,
  claim: Pick<Claim, 'scanId' | 'attempt'>,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  return sql.transaction().execute(async (transaction) => {
    const values = outcome.status === 'completed' ? { reading: encodeReading(outcome.reading) } : { error_code: outcome.errorCode };
    const scan = await transaction
      .updateTable('scans')
      .set({ status: outcome.status, finished_at: now, ...values })
      .where('id', '=', claim.scanId)
      .where('status', '=', 'processing')
      .where('attempts', '=', claim.attempt)
      .returning(['owner_id', 'reference', 'batch_id'])
      .executeTakeFirst();
    if (!scan) return false;
    const { owner_id: ownerId, reference, batch_id } = scan;
    const about = { id: claim.scanId, reference, batch_id };
    const event =
      outcome.status === 'completed'
        ? ({ type: 'scan.completed', data: { ...about, status: 'completed' } } as const)
        : ({ type: 'scan.failed', data: { ...about, status: 'failed' } } as const);
    await enqueueEvent(transaction, { ownerId, scanId: claim.scanId, traceparent, now, ...event });
    await notify(transaction, finishedChannel, claim.scanId);
    await onFinished(transaction, { batchId: batch_id }, now);
    return true;
  });
}
