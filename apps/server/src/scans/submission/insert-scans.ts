import type { Kysely, Transaction } from 'kysely';
import type { BlindIndex } from '../../crypto/blind-index.ts';
import { type KeyRing, sealText } from '../../crypto/key-ring.ts';
import type { Tables } from '../../database/tables.ts';
import type { StoredPicture } from '../../pictures/sealed-pictures.ts';
import { type ScanSummary, scanSummaryColumns, toScanSummary } from '../scan.ts';

/** What scans that are made together have in common. */
export type SharedByScans = {
  readonly owner_id: string;
  readonly batch_id?: number;
  /** What the client calls them. */
  readonly reference: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly picture_retention_s: number | null;
  /** 1 where what is printed for people is to be read, too. */
  readonly visual?: number;
  /** 1 where portrait and signature are to be found, too. */
  readonly portrait?: number;
  /** 1 where barcodes are. */
  readonly barcodes?: number;
};

/** A client's own key of a single scan, and what it stands for. */
export type IdempotencyKey = { readonly idempotency_key: string; readonly fingerprint: string };

export type InsertScansDeps = { readonly keys: KeyRing; readonly indexOf: BlindIndex };

type NewScans = SharedByScans & Partial<IdempotencyKey>;

/**
 * Makes a scan of each stored picture, queued, in the transaction that also makes their jobs. In no
 * particular order; none where the key is taken.
 */
export async function insertScans(
  transaction: Transaction<Tables>,
  deps: InsertScansDeps,
  pictures: readonly StoredPicture[],
  shared: NewScans,
): Promise<readonly ScanSummary[]> {
  if (pictures.length === 0) return [];
  const rows = await insertionOf(transaction, await sealRows(deps, pictures, shared)).execute();
  return await Promise.all(rows.map((row) => toScanSummary(deps.keys, row)));
}

/** Returns the rows of such scans, sealed. */
export async function sealRows({ keys, indexOf }: InsertScansDeps, pictures: readonly StoredPicture[], shared: NewScans) {
  const { owner_id: ownerId, reference } = shared;
  const reference_index = reference === null ? null : indexOf(ownerId, reference);
  return await Promise.all(
    pictures.map(async ({ pictureKey, dataKey, mediaType, bytes }) => {
      const key = await keys.create(ownerId);
      return {
        ...shared,
        status: 'queued' as const,
        data_key: key?.wrapped ?? null,
        reference: reference === null ? null : sealText(key, 'reference', reference),
        reference_index,
        picture_key: pictureKey,
        picture_data_key: dataKey,
        picture_media_type: mediaType,
        picture_bytes: bytes,
      };
    }),
  );
}

/** Returns the insertion of rows, which is not made yet. */
export function insertionOf(sql: Kysely<Tables>, rows: Awaited<ReturnType<typeof sealRows>>) {
  return sql
    .insertInto('scans')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['owner_id', 'idempotency_key']).where('idempotency_key', 'is not', null).doNothing())
    .returning(scanSummaryColumns);
}
