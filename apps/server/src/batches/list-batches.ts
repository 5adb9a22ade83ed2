import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type Batch, batchColumns, toBatch } from './batch.ts';
import { countItems } from './count-items.ts';

export type BatchPage = {
  /** Newest first. */
  readonly batches: readonly Batch[];
  /** Below which id the next page begins; undefined at the end. */
  readonly next: number | undefined;
};

/** Lists an owner's batches, newest first, `limit` at most, those with ids below `below` only. */
export async function listBatches(
  sql: Kysely<Tables>,
  ownerId: string,
  limit: number,
  below: number | undefined,
  now: Date,
): Promise<BatchPage> {
  let query = sql.selectFrom('batches').select(batchColumns).where('owner_id', '=', ownerId).where('expires_at', '>', now);
  if (below !== undefined) query = query.where('id', '<', below);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const countsOf = await countItems(
    sql,
    shown.map(({ id }) => id),
  );
  return { batches: shown.map((row) => toBatch(row, countsOf(row.id))), next: rows.length > limit ? shown.at(-1)?.id : undefined };
}
