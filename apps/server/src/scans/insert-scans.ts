import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type ScanSummary, scanSummaryColumns, toScanSummary } from './scan.ts';

/** A picture whose bytes are stored. */
export type StoredPicture = { readonly pictureKey: string; readonly mediaType: string; readonly bytes: number };

/** What scans that are made together have in common. */
export type SharedByScans = {
  readonly owner_id: string;
  readonly batch_id?: number;
  /** What the client calls them. */
  readonly reference: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
};

/** A client's own key of a single scan, and what it stands for. */
export type IdempotencyKey = { readonly idempotency_key: string; readonly fingerprint: string };

/**
 * Makes a scan of each stored picture, queued, in the transaction that also makes their jobs. In no
 * particular order; none where the key is taken.
 */
export async function insertScans(
  transaction: Transaction<Tables>,
  pictures: readonly StoredPicture[],
  shared: SharedByScans & Partial<IdempotencyKey>,
): Promise<readonly ScanSummary[]> {
  if (pictures.length === 0) return [];
  const rows = await transaction
    .insertInto('scans')
    .values(
      pictures.map(({ pictureKey, mediaType, bytes }) => ({
        ...shared,
        status: 'queued' as const,
        picture_key: pictureKey,
        picture_media_type: mediaType,
        picture_bytes: bytes,
      })),
    )
    .onConflict((conflict) => conflict.columns(['owner_id', 'idempotency_key']).where('idempotency_key', 'is not', null).doNothing())
    .returning(scanSummaryColumns)
    .execute();
  return rows.map(toScanSummary);
}
