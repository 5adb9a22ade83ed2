import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Deletes what was to be told of some batches. What is told of scans goes with the scans by itself, since their rows are tied to them. */
export async function deleteDeliveriesOfBatches(transaction: Transaction<Tables>, batchIds: readonly number[]): Promise<void> {
  if (batchIds.length > 0) await transaction.deleteFrom('webhook_deliveries').where('batch_id', 'in', batchIds).execute();
}
