import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';

export type DeletePictureDeps = { readonly sql: Kysely<Tables>; readonly store: ObjectStore };

/**
 * Deletes the picture of a scan that goes on without it: the bytes, then their key, so that no copy
 * of them can be opened any more. Whatever a kill leaves of that, the chores complete.
 */
export async function deletePicture(
  { sql, store }: DeletePictureDeps,
  { scanId, pictureKey }: { readonly scanId: number; readonly pictureKey: string },
  now: Date,
): Promise<void> {
  await store.delete(pictureKey);
  await sql
    .updateTable('scans')
    .set({ picture_data_key: null, picture_expires_at: now, picture_deleted_at: now })
    .where('id', '=', scanId)
    .where('picture_deleted_at', 'is', null)
    .execute();
}
