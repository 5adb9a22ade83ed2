import { unsealText } from '../crypto/key-ring.ts';
import { type ScanRecords, type ScanSummary, scanSummaryColumns, toScanSummary } from '../scans/scan.ts';
import type { Refusal } from './intake/batch-limits.ts';

/** One file of a batch: the scan that it became, or why it became none. */
export type BatchItem = {
  /** Where it was in the upload, from 0. */
  readonly position: number;
  readonly fileName: string | null;
} & ({ readonly scan: ScanSummary; readonly refusal: null } | { readonly scan: null; readonly refusal: Refusal });

/**
 * Lists the files of a batch in upload order, `limit` at most, from a position on. Files whose scan
 * was deleted are not there any more.
 */
export async function listItems({ sql, keys }: ScanRecords, batchId: number, from: number, limit: number): Promise<readonly BatchItem[]> {
  const items = await sql
    .selectFrom('batch_items')
    .innerJoin('batches', 'batches.id', 'batch_items.batch_id')
    .select(['position', 'file_name', 'scan_id', 'error_code', 'error_message', 'batches.owner_id', 'batches.data_key'])
    .where('batch_items.batch_id', '=', batchId)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute();
  const ids = items.flatMap(({ scan_id }) => scan_id ?? []);
  const rows = ids.length === 0 ? [] : await sql.selectFrom('scans').select(scanSummaryColumns).where('id', 'in', ids).execute();
  const scans = new Map(await Promise.all(rows.map(async (row) => [row.id, await toScanSummary(keys, row)] as const)));
  const key = items[0] && (await keys.open(items[0].data_key, items[0].owner_id));
  return items.flatMap<BatchItem>(({ position, file_name, scan_id, error_code, error_message }) => {
    const fileName = file_name === null ? null : unsealText(key, 'file_name', file_name);
    if (error_code !== null)
      return [{ position, fileName, scan: null, refusal: { code: error_code, message: error_message ?? error_code } }];
    const scan = scans.get(scan_id ?? 0);
    // Deleted between the two queries.
    return scan ? [{ position, fileName, scan, refusal: null }] : [];
  });
}
