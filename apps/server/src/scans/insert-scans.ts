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

/** Makes a scan of each stored picture, queued, in the transaction that also makes their jobs. In no particular order. */
export async function insertScans(
  transaction: Transaction<Tables>,
  pictures: readonly StoredPicture[],
  shared: SharedByScans,
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
    .returning(scanSummaryColumns)
    .execute();
  return rows.map(toScanSummary);
}
