import type { V1ResultBody, V1Status } from '@ocr-web/api';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A scan as its owner may see it. */
export type Scan = {
  readonly id: number;
  readonly status: V1Status;
  readonly pictureKey: string;
  /** What the picture says; null until the scan has ended as COM. */
  readonly result: V1ResultBody | null;
};

/** The columns that a scan is made of. */
export const scanColumns = ['id', 'status', 'picture_key', 'result'] as const;

/** Makes a scan of its row. */
export function toScan(row: Pick<Selectable<Tables['scans']>, (typeof scanColumns)[number]>): Scan {
  return { id: row.id, status: row.status, pictureKey: row.picture_key, result: row.result };
}

/** Tells whether nothing more will happen to a scan. */
export function isFinished(scan: Scan): boolean {
  return scan.status === 'COM' || scan.status === 'ERR';
}
