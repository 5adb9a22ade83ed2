import type { Transaction } from 'kysely';
import { type KeyRing, unsealText } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import { enqueueEvent } from '../webhooks/enqueue-event.ts';

/**
 * Writes the end of a batch and stores what its owner's webhooks are to be told. Once in its life,
 * in the transaction of its last scan.
 */
export async function endBatch(transaction: Transaction<Tables>, keys: KeyRing, batchId: number, now: Date): Promise<void> {
  const {
    owner_id: ownerId,
    data_key,
    reference,
  } = await transaction
    .updateTable('batches')
    .set({ finished_at: now })
    .where('id', '=', batchId)
    .returning(['owner_id', 'data_key', 'reference'])
    .executeTakeFirstOrThrow();
  const key = await keys.open(data_key, ownerId);
  await enqueueEvent(transaction, {
    ownerId,
    key,
    batchId,
    now,
    type: 'batch.completed',
    data: { id: batchId, status: 'completed', reference: reference === null ? null : unsealText(key, 'reference', reference) },
  });
}
