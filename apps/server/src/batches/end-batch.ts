import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';

/**
 * Writes the end of a batch and stores what its owner's webhooks are to be told. Once in its life,
 * in the transaction of its last scan.
 */
export async function endBatch(transaction: Transaction<Tables>, batchId: number, now: Date): Promise<void> {
  const { owner_id: ownerId, reference } = await transaction
    .updateTable('batches')
    .set({ finished_at: now })
    .where('id', '=', batchId)
    .returning(['owner_id', 'reference'])
    .executeTakeFirstOrThrow();
  await enqueueEvent(transaction, {
    ownerId,
    batchId,
    now,
    type: 'batch.completed',
    data: { id: batchId, status: 'completed', reference },
  });
}
