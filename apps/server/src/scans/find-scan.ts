import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type Scan, type ScanSummary, scanColumns, scanSummaryColumns, toScan, toScanSummary } from './scan.ts';

/** Returns the owner's scan, or undefined: somebody else's and an expired one are as good as missing. */
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
