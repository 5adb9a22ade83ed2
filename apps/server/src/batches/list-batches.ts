import { pageById } from '../database/page-by-id.ts';
import type { ScanRecords } from '../scans/scan.ts';
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
  { sql, keys }: ScanRecords,
  ownerId: string,
  limit: number,
  below: number | undefined,
  now: Date,
): Promise<BatchPage> {
  const query = sql.selectFrom('batches').select(batchColumns).where('owner_id', '=', ownerId).where('expires_at', '>', now);
  const { rows, next } = await pageById(query, limit, below);
  const countsOf = await countItems(
    sql,
    rows.map(({ id }) => id),
  );
  return { batches: await Promise.all(rows.map((row) => toBatch(keys, row, countsOf(row.id)))), next };
}
