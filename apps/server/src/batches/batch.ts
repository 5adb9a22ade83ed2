import type { Selectable } from 'kysely';
import { type KeyRing, unsealText } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';

/** A batch as its owner may see it. */
export type Batch = {
  readonly id: number;
  /** What the client calls it. */
  readonly reference: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date;
  readonly counts: BatchCounts;
};

/** How many files of a batch are in which state. A file that was refused has failed. */
export type BatchCounts = {
  readonly total: number;
  readonly queued: number;
  readonly processing: number;
  readonly completed: number;
  readonly failed: number;
};

/** The columns that a batch is made of, without its counts. */
export const batchColumns = ['id', 'owner_id', 'data_key', 'reference', 'created_at', 'finished_at', 'expires_at'] as const;

/** Makes a batch of its row. */
export async function toBatch(
  keys: KeyRing,
  row: Pick<Selectable<Tables['batches']>, (typeof batchColumns)[number]>,
  counts: BatchCounts,
): Promise<Batch> {
  const { reference } = row;
  return {
    id: row.id,
    reference: reference === null ? null : unsealText(await keys.open(row.data_key, row.owner_id), 'reference', reference),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    counts,
  };
}

/** Tells whether nothing of a batch is left to do. */
export function isBatchFinished({ finishedAt }: Batch): boolean {
  return finishedAt !== null;
}
