import { unreadV1Result, type V1ScanBody } from '@ocr-web/api';
import type { Scan } from '../../scans/scan.ts';

/** Returns the answer of v1 for a scan. The order of its keys is that of the schema which serialises it. */
export function renderV1Scan(scan: Scan, pictureUrl: string): V1ScanBody {
  return { id: scan.id, picture_file: pictureUrl, ...unreadV1Result, ...scan.result, status: scan.status };
}
