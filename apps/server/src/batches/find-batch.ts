import { isOwnRow } from '../database/own-row.ts';
import type { ScanRecords } from '../scans/scan.ts';
import { type Batch, batchColumns, toBatch } from './batch.ts';
import { countItems } from './count-items.ts';

/**
 * Returns the owner's batch, or undefined: somebody else's and an expired one are as good as
 * missing.
 */
export async function findBatch({ sql, keys }: ScanRecords, ownerId: string, id: number, now: Date): Promise<Batch | undefined> {
  const row = await sql
    .selectFrom('batches')
    .select(batchColumns)
    .where(isOwnRow(ownerId, id))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && (await toBatch(keys, row, (await countItems(sql, [id]))(id)));
}
