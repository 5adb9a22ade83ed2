import { type ScanStatusName, unreadV1Result, type V1ScanBody, type V1Status } from '@ocr-web/api';
import { v1Result } from '@ocr-web/results';
import type { Scan } from '../../scans/scan.ts';

/** How v1 calls the states of a scan. */
const v1Status: Readonly<Record<ScanStatusName, V1Status>> = { queued: 'NEW', processing: 'PRO', completed: 'COM', failed: 'ERR' };

/**
 * Returns the answer of v1 for a scan. The order of its keys is that of the schema which serialises
 * it.
 */
export function renderV1Scan(scan: Scan, pictureUrl: string): V1ScanBody {
  const result = scan.reading ? v1Result(scan.reading) : unreadV1Result;
  return { id: scan.id, picture_file: pictureUrl, ...result, status: v1Status[scan.status] };
}
