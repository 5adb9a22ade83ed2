import type { Kysely } from 'kysely';
import { expiry } from '../audit/record-audit-event.ts';
import { deleteBatch } from '../batches/delete-batch.ts';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';

/** Deletes every batch whose time is over, as if its owner had done so. Returns how many. */
export async function deleteExpiredBatches(sql: Kysely<Tables>, store: ObjectStore, now: Date): Promise<number> {
  const expired = await sql.selectFrom('batches').select('id').where('expires_at', '<=', now).orderBy('id').execute();
  for (const { id } of expired) await deleteBatch(sql, store, id, expiry, now);
  return expired.length;
}
