import type { Database } from '../database/database.ts';
import { pageRowsOf } from '../move/page-rows.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { deletePicture } from '../scans/delete-picture.ts';
import { sumOf } from './check-sums.ts';

/** Pictures under way at a time: each waits for the disk. */
const concurrency = 8;

export type CopiedPictures = { scans: number; pictures: number; bytes: number; deletedMeanwhile: number };

export type CopyPlaces = {
  /** The copy of the database: what it names is copied. */
  readonly database: Database;
  readonly source: ObjectStore;
  readonly target: ObjectStore;
  readonly sums: Map<string, string>;
};

/**
 * Copies the pictures that the copied database names. One that was deleted since that moment is
 * gone in the copy too: its key is taken out of the row.
 */
export async function copyKeptPictures(
  { database, source, target, sums }: CopyPlaces,
  onCopied: (copied: Readonly<CopiedPictures>) => void,
  signal: AbortSignal,
): Promise<CopiedPictures> {
  const copied: CopiedPictures = { scans: 0, pictures: 0, bytes: 0, deletedMeanwhile: 0 };
  const copy = async (row: Readonly<Record<string, unknown>>) => {
    copied.scans += 1;
    if (row.picture_deleted_at !== null) return;
    const key = row.picture_key as string;
    const bytes = await source.get(key);
    if (!bytes) {
      await deletePicture({ sql: database.sql, store: target }, { scanId: row.id as number, pictureKey: key }, database.now());
      copied.deletedMeanwhile += 1;
      return;
    }
    await target.put(key, bytes);
    sums.set(`pictures/${key.slice(0, 1)}/${key}`, sumOf(bytes));
    copied.pictures += 1;
    copied.bytes += bytes.length;
    onCopied(copied);
  };
  for await (const rows of pageRowsOf(database.sql, 'scans', signal)) {
    for (let first = 0; first < rows.length; first += concurrency) {
      signal.throwIfAborted();
      await Promise.all(rows.slice(first, first + concurrency).map(copy));
    }
  }
  return copied;
}
