import type { ScanStatusName } from '@ocr-web/api';
import type { Reading } from '@ocr-web/reader';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { decodeReading } from './stored-reading.ts';

/** A scan without what was read in it: no identity value. */
export type ScanSummary = {
  readonly id: number;
  readonly status: ScanStatusName;
  readonly pictureKey: string;
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
  'status',
  'picture_key',
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

/** Makes a summary of its row. */
export function toScanSummary(row: ScanRow<(typeof scanSummaryColumns)[number]>): ScanSummary {
  return {
    id: row.id,
    status: row.status,
    pictureKey: row.picture_key,
    mediaType: row.picture_media_type,
    bytes: row.picture_bytes,
    reference: row.reference,
    batchId: row.batch_id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    errorCode: row.error_code,
  };
}

/** Makes a scan of its row. Throws what `decodeReading` throws. */
export function toScan(row: ScanRow<(typeof scanColumns)[number]>): Scan {
  return { ...toScanSummary(row), reading: row.reading === null ? null : decodeReading(row.reading) };
}

/** Tells whether nothing more will happen to a scan. */
export function isFinished({ status }: Pick<ScanSummary, 'status'>): boolean {
  return status === 'completed' || status === 'failed';
}
