import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { batchChannel, notify } from '../scans/channels.ts';
import { endBatch } from './end-batch.ts';

/**
 * Counts off one scan of a batch that has ended or was deleted before it did, in the transaction in which that happens, and ends the batch
 * with the last one. The counter is a row that one transaction at a time can change, so exactly one of them finds it at 0.
 */
export async function countOffScan(transaction: Transaction<Tables>, batchId: number, now: Date): Promise<void> {
  const batch = await transaction
    .updateTable('batches')
    .set((set) => ({ scans_left: set('scans_left', '-', 1) }))
    .where('id', '=', batchId)
    .returning('scans_left')
    .executeTakeFirst();
  if (batch?.scans_left === 0) await endBatch(transaction, batchId, now);
  await notify(transaction, batchChannel, batchId);
}
