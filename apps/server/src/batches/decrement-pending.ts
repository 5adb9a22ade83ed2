import type { KeyRing } from '../crypto/key-ring.ts';
import { batchChannel, notify } from '../notifications/channels.ts';
import type { ScanFinishedHook } from '../scans/scan-finished-hook.ts';
import { endBatch } from './end-batch.ts';

/**
 * Counts one scan of a batch off that has ended or was deleted before it did, and completes the
 * batch with the last one. The counter is a row that one transaction at a time can change, so
 * exactly one of them finds it at 0. A scan that came alone has no batch.
 */
export const decrementPending =
  (keys: KeyRing): ScanFinishedHook =>
  async (transaction, { batchId }, now) => {
    if (batchId === null) return;
    const batch = await transaction
      .updateTable('batches')
      .set((set) => ({ pending_scans: set('pending_scans', '-', 1) }))
      .where('id', '=', batchId)
      .returning('pending_scans')
      .executeTakeFirst();
    if (batch?.pending_scans === 0) await endBatch(transaction, keys, batchId, now);
    await notify(transaction, batchChannel, batchId);
  };
