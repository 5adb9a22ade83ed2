import type { Reading } from '@ocr-web/reader';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type Scan, type ScanSummary, scanColumns, scanSummaryColumns, toScan, toScanSummary } from './scan.ts';
import { decodeReading } from './stored-reading.ts';

/**
 * Returns the owner's scan, or undefined: somebody else's and an expired one are as good as
 * missing.
 */
export async function findScan(sql: Kysely<Tables>, ownerId: string, id: number, now: Date): Promise<Scan | undefined> {
  const row = await selectScan(sql, ownerId, id, now).select(scanColumns).executeTakeFirst();
  return row && toScan(row);
}

/** The same without what was read, for whoever does not show it. */
export async function findScanSummary(sql: Kysely<Tables>, ownerId: string, id: number, now: Date): Promise<ScanSummary | undefined> {
  const row = await selectScan(sql, ownerId, id, now).select(scanSummaryColumns).executeTakeFirst();
  return row && toScanSummary(row);
}

function selectScan(sql: Kysely<Tables>, ownerId: string, id: number, now: Date) {
  return sql.selectFrom('scans').where('id', '=', id).where('owner_id', '=', ownerId).where('expires_at', '>', now);
}

/** Returns everything that was read in a scan; null until it is completed, and once it is gone. */
export async function findReading(sql: Kysely<Tables>, scanId: number): Promise<Reading | null> {
  const row = await sql.selectFrom('scans').select('reading').where('id', '=', scanId).executeTakeFirst();
  return row?.reading ? decodeReading(row.reading) : null;
}
