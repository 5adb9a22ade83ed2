import type { Reading } from '@ocr-web/reader';
import type { Kysely } from 'kysely';
import { isOwnRow } from '../database/own-row.ts';
import type { Tables } from '../database/tables.ts';
import { type Scan, type ScanRecords, type ScanSummary, scanColumns, scanSummaryColumns, toScan, toScanSummary } from './scan.ts';
import { openReading } from './stored-reading.ts';

/**
 * Returns the owner's scan, or undefined: somebody else's and an expired one are as good as
 * missing.
 */
export async function findScan({ sql, keys }: ScanRecords, ownerId: string, id: number, now: Date): Promise<Scan | undefined> {
  const row = await selectScan(sql, ownerId, id, now).select(scanColumns).executeTakeFirst();
  return row && (await toScan(keys, row));
}

/** The same without what was read, for whoever does not show it. */
export async function findScanSummary(
  { sql, keys }: ScanRecords,
  ownerId: string,
  id: number,
  now: Date,
): Promise<ScanSummary | undefined> {
  const row = await selectScan(sql, ownerId, id, now).select(scanSummaryColumns).executeTakeFirst();
  return row && (await toScanSummary(keys, row));
}

function selectScan(sql: Kysely<Tables>, ownerId: string, id: number, now: Date) {
  return sql.selectFrom('scans').where(isOwnRow(ownerId, id)).where('expires_at', '>', now);
}

/** Returns everything that was read in a scan; null until it is completed, and once it is gone. */
export async function findReading({ sql, keys }: ScanRecords, scanId: number): Promise<Reading | null> {
  const row = await sql.selectFrom('scans').select(['owner_id', 'data_key', 'reading']).where('id', '=', scanId).executeTakeFirst();
  return row?.reading ? openReading(await keys.open(row.data_key, row.owner_id), row.reading) : null;
}
