import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { countRows } from './compare-rows.ts';
import { countProgress, type OnCopyProgress } from './copy-progress.ts';
import type { Place } from './open-place.ts';
import { pageRowsOf } from './page-rows.ts';

/** Pictures in memory at a time, of each side. */
const concurrency = 4;

export type PictureCounts = { readonly source: number; readonly target: number; readonly different: number };

/**
 * Copies the picture of every scan under its own key. One that is there already stays; one that is
 * there with other bytes, half written, is written again.
 */
export async function copyPictures(source: Place, target: Place, signal: AbortSignal, onProgress: OnCopyProgress): Promise<void> {
  const count = countProgress('copying pictures', await countRows(source.database.sql, 'scans'), onProgress);
  for await (const keys of pageKeys(source.database.sql, signal))
    await Promise.all(keys.map(async (key) => count(1, await copyPicture(source.store, target.store, key))));
}

/** Returns how many bytes it has. */
async function copyPicture(source: ObjectStore, target: ObjectStore, key: string): Promise<number> {
  const [bytes, found] = await Promise.all([source.get(key), target.get(key)]);
  // Its scan is being deleted, which the next start completes.
  if (bytes === undefined) return 0;
  if (found !== undefined) {
    if (Buffer.compare(bytes, found) === 0) return bytes.length;
    await target.delete(key);
  }
  await target.put(key, bytes);
  return bytes.length;
}

/** Reads the picture of every scan on both sides, and compares their SHA-256. */
export async function comparePictures(
  source: Place,
  target: Place,
  signal: AbortSignal,
  onProgress: OnCopyProgress = () => undefined,
): Promise<PictureCounts> {
  const counts = { source: 0, target: 0, different: 0 };
  const count = countProgress('comparing pictures', await countRows(source.database.sql, 'scans'), onProgress);
  for await (const keys of pageKeys(source.database.sql, signal)) {
    const pairs = await Promise.all(keys.map((key) => Promise.all([digestOf(source.store, key), digestOf(target.store, key)])));
    for (const [before, after] of pairs) {
      if (before !== undefined) counts.source += 1;
      if (after !== undefined) counts.target += 1;
      if (before?.sum !== after?.sum) counts.different += 1;
      count(1, before?.bytes);
    }
  }
  return counts;
}

async function digestOf(store: ObjectStore, key: string): Promise<{ readonly sum: string; readonly bytes: number } | undefined> {
  const bytes = await store.get(key);
  return bytes && { sum: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

async function* pageKeys(database: Kysely<Tables>, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  for await (const rows of pageRowsOf(database, 'scans', signal)) {
    for (let first = 0; first < rows.length; first += concurrency) {
      signal.throwIfAborted();
      yield rows.slice(first, first + concurrency).map((row) => row.picture_key as string);
    }
  }
}
