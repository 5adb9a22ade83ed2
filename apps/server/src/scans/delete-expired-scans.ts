import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/object-store.ts';

/** Deletes every scan whose time is over: its picture, then its row with the result. Returns how many. */
export async function deleteExpiredScans(sql: Kysely<Tables>, store: ObjectStore, now: Date): Promise<number> {
  const expired = await sql.selectFrom('scans').select(['id', 'picture_key']).where('expires_at', '<=', now).orderBy('id').execute();
  for (const { id, picture_key } of expired) {
    // In this order: were the row gone first, a kill in between would leave a picture that nothing names.
    await store.delete(picture_key);
    await sql.deleteFrom('scans').where('id', '=', id).execute();
  }
  return expired.length;
}
