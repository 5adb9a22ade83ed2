import type { ScanStatusName } from '@ocr-web/api';
import type { Reading } from '@ocr-web/reader';
import type { Kysely, Selectable } from 'kysely';
import { type DataKey, type KeyRing, unsealText } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import { openReading } from './stored-reading.ts';

/** Where scans are, and what opens them. */
export type ScanRecords = { readonly sql: Kysely<Tables>; readonly keys: KeyRing };

/** A scan without what was read in it: no identity value. */
export type ScanSummary = {
  readonly id: number;
  readonly ownerId: string;
  readonly status: ScanStatusName;
  readonly pictureKey: string;
  /** What its picture is sealed with, wrapped; null where it is not, or is gone. */
  readonly pictureDataKey: string | null;
  /** From here on its picture counts as gone; null while nobody knows. */
  readonly pictureExpiresAt: Date | null;
  readonly mediaType: string;
  /** Size of the file; 0 where it was stored before sizes were. */
  readonly bytes: number;
  /** What the client calls it. */
  readonly reference: string | null;
  readonly batchId: number | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date;
  /** Why it failed. */
  readonly errorCode: string | null;
};

/** A scan as its owner may see it. */
export type Scan = ScanSummary & {
  /** Everything that was read; null until the scan is completed. */
  readonly reading: Reading | null;
};

/** The columns that a summary is made of. */
export const scanSummaryColumns = [
  'id',
  'owner_id',
  'status',
  'data_key',
  'picture_key',
  'picture_data_key',
  'picture_expires_at',
  'picture_media_type',
  'picture_bytes',
  'reference',
  'batch_id',
  'created_at',
  'finished_at',
  'expires_at',
  'error_code',
] as const;

/** The columns that a scan is made of. */
export const scanColumns = [...scanSummaryColumns, 'reading'] as const;

type ScanRow<Column extends keyof Tables['scans']> = Pick<Selectable<Tables['scans']>, Column>;

/** What a summary is made of. */
export type SummaryRow = ScanRow<(typeof scanSummaryColumns)[number]>;

/** Makes a summary of its row. */
export async function toScanSummary(keys: KeyRing, row: SummaryRow): Promise<ScanSummary> {
  // A list of scans without references needs none of their keys.
  return summarize(row.reference === null ? undefined : await keys.open(row.data_key, row.owner_id), row);
}

/** The same, with the key of the row open. */
export function summarize(key: DataKey | undefined, row: SummaryRow): ScanSummary {
  return {
    id: row.id,
    ownerId: row.owner_id,
    status: row.status,
    pictureKey: row.picture_key,
    pictureDataKey: row.picture_data_key,
    pictureExpiresAt: row.picture_expires_at,
    mediaType: row.picture_media_type,
    bytes: row.picture_bytes,
    reference: row.reference === null ? null : unsealText(key, 'reference', row.reference),
    batchId: row.batch_id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    errorCode: row.error_code,
  };
}

/** Makes a scan of its row. Throws what `openReading` throws. */
export async function toScan(keys: KeyRing, row: ScanRow<(typeof scanColumns)[number]>): Promise<Scan> {
  // Whoever waits for a scan looks at it several times before there is anything to open.
  const isOpened = row.reference !== null || row.reading !== null;
  const key = isOpened ? await keys.open(row.data_key, row.owner_id) : undefined;
  return { ...summarize(key, row), reading: row.reading === null ? null : openReading(key, row.reading) };
}

/** Tells whether the picture of a scan is still kept. */
export function isPictureKept({ pictureExpiresAt }: Pick<ScanSummary, 'pictureExpiresAt'>, now: Date): boolean {
  return pictureExpiresAt === null || pictureExpiresAt > now;
}

/** Tells whether nothing more will happen to a scan. */
export function isFinished({ status }: Pick<ScanSummary, 'status'>): boolean {
  return status === 'completed' || status === 'failed';
}
