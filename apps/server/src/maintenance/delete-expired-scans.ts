import type { Kysely } from 'kysely';
import { expiry } from '../audit/record-audit-event.ts';
import { decrementPending } from '../batches/decrement-pending.ts';
import type { KeyRing } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { deleteScan } from '../scans/delete-scan.ts';

/** Deletes every scan whose time is over, as if its owner had done so. Returns how many. */
export async function deleteExpiredScans(sql: Kysely<Tables>, store: ObjectStore, keys: KeyRing, now: Date): Promise<number> {
  const expired = await sql.selectFrom('scans').select(['id', 'picture_key']).where('expires_at', '<=', now).orderBy('id').execute();
  for (const { id, picture_key } of expired)
    await deleteScan({ sql, store, onFinished: decrementPending(keys), now: () => now }, { id, pictureKey: picture_key }, expiry);
  return expired.length;
}
