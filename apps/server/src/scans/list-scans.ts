import type { ScanStatusName } from '@ocr-web/api';
import type { BlindIndex } from '../crypto/blind-index.ts';
import { hasReference } from '../crypto/has-reference.ts';
import { pageById } from '../database/page-by-id.ts';
import { type ScanRecords, type ScanSummary, scanSummaryColumns, toScanSummary } from './scan.ts';

export type ScanFilter = {
  readonly ownerId: string;
  readonly status?: ScanStatusName | undefined;
  readonly reference?: string | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
};

export type ScanPage = {
  /** Newest first. */
  readonly scans: readonly ScanSummary[];
  /** Below which id the next page begins; undefined at the end. */
  readonly next: number | undefined;
};

/** Lists an owner's scans, newest first, `limit` at most, those with ids below `below` only. */
export async function listScans(
  { sql, keys, indexOf }: ScanRecords & { readonly indexOf: BlindIndex },
  { ownerId, status, reference, createdAfter, createdBefore }: ScanFilter,
  limit: number,
  below: number | undefined,
  now: Date,
): Promise<ScanPage> {
  let query = sql.selectFrom('scans').select(scanSummaryColumns).where('owner_id', '=', ownerId).where('expires_at', '>', now);
  if (status !== undefined) query = query.where('status', '=', status);
  if (reference !== undefined) query = query.where((where) => hasReference(where, indexOf, ownerId, reference));
  if (createdAfter !== undefined) query = query.where('created_at', '>', createdAfter);
  if (createdBefore !== undefined) query = query.where('created_at', '<', createdBefore);
  const { rows, next } = await pageById(query, limit, below);
  return { scans: await Promise.all(rows.map((row) => toScanSummary(keys, row))), next };
}
