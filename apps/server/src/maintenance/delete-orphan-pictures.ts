import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/object-store.ts';

const batchSize = 500;

/**
 * Deletes pictures that no scan names: a process that was killed between storing a picture and
 * committing its scan leaves one.
 *
 * @param olderThan a younger picture is left alone, since its scan may be about to be committed
 * @returns how many were deleted
 */
export async function deleteOrphanPictures(sql: Kysely<Tables>, store: ObjectStore, olderThan: Date): Promise<number> {
  let deleted = 0;
  let batch: string[] = [];
  const flush = async () => {
    const named = await sql.selectFrom('scans').select('picture_key').where('picture_key', 'in', batch).execute();
    const known = new Set(named.map((row) => row.picture_key));
    for (const key of batch.filter((candidate) => !known.has(candidate))) {
      await store.delete(key);
      deleted += 1;
    }
    batch = [];
  };
  for await (const { key, modifiedAt } of store.list()) {
    if (modifiedAt > olderThan) continue;
    batch.push(key);
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return deleted;
}
