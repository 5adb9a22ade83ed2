import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * Deletes finished deliveries that belong to no scan, which would delete them, and secrets whose
 * time is over. Returns how many deliveries.
 */
export async function deleteOldDeliveries(sql: Kysely<Tables>, retentionMs: number, now: Date): Promise<number> {
  const { numDeletedRows } = await sql
    .deleteFrom('webhook_deliveries')
    .where('scan_id', 'is', null)
    .where('status', '!=', 'pending')
    .where('finished_at', '<=', new Date(now.getTime() - retentionMs))
    .executeTakeFirst();
  await sql.deleteFrom('webhook_secrets').where('expires_at', '<=', now).execute();
  return Number(numDeletedRows);
}

/**
 * Deletes what was to be told of some batches. What is told of scans goes with the scans by itself,
 * since their rows are tied to them.
 */
export async function deleteDeliveriesOfBatches(transaction: Transaction<Tables>, batchIds: readonly number[]): Promise<void> {
  if (batchIds.length > 0) await transaction.deleteFrom('webhook_deliveries').where('batch_id', 'in', batchIds).execute();
}
