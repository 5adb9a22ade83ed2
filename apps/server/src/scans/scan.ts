import type { V1ResultBody, V1Status } from '@ocr-web/api';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A scan as its owner may see it, without everything that was read. */
export type Scan = {
  readonly id: number;
  readonly status: V1Status;
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
  /** Why it ended as ERR. */
  readonly errorCode: string | null;
  /** What v1 says about the picture; null until the scan has ended as COM. */
  readonly result: V1ResultBody | null;
};

/** The columns that a scan is made of. */
export const scanColumns = [
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
  'result',
] as const;

/** Makes a scan of its row. */
export function toScan(row: Pick<Selectable<Tables['scans']>, (typeof scanColumns)[number]>): Scan {
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
    result: row.result,
  };
}

/** Tells whether nothing more will happen to a scan. */
export function isFinished(scan: Scan): boolean {
  return scan.status === 'COM' || scan.status === 'ERR';
}
