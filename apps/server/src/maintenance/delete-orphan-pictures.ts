import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore, StoredObject } from '../pictures/stores/object-store.ts';

/** Asked for at once: requests are answered in between. */
const batchSize = 100;

/**
 * Deletes pictures that no scan names: a process that was killed between storing a picture and
 * committing its scan leaves one.
 *
 * @param olderThan a younger picture is left alone, since its scan may be about to be committed
 * @returns how many were deleted
 */
export async function deleteOrphanPictures(sql: Kysely<Tables>, store: ObjectStore, olderThan: Date): Promise<number> {
  let deleted = 0;
  let batch: StoredObject[] = [];
  const flush = async () => {
    const keys = batch.map(({ key }) => key);
    const named = await sql.selectFrom('scans').select('picture_key').where('picture_key', 'in', keys).execute();
    const known = new Set(named.map((row) => row.picture_key));
    for (const { key, modifiedAt } of batch) {
      // Nearly all have their scan, and need not be looked at.
      if (known.has(key)) continue;
      const storedAt = await modifiedAt();
      if (!storedAt || storedAt > olderThan) continue;
      await store.delete(key);
      deleted += 1;
    }
    batch = [];
  };
  for await (const object of store.list()) {
    batch.push(object);
    if (batch.length < batchSize) continue;
    await flush();
    await setImmediate();
  }
  if (batch.length > 0) await flush();
  return deleted;
}
