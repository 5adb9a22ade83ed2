import type { ScanBody, ScanStatusName, ScanSummaryBody, V1Status } from '@ocr-web/api';
import type { Reading } from '@ocr-web/reader';
import { v2Result } from '@ocr-web/results';
import type { Scan } from '../../../scans/scan.ts';
import { describeFailure } from '../../../scans/scan-failures.ts';

/** How v2 calls the states of a scan. */
export const v2Status = { NEW: 'queued', PRO: 'processing', COM: 'completed', ERR: 'failed' } as const satisfies Record<
  V1Status,
  ScanStatusName
>;

/**
 * Returns the answer of v2 for a scan.
 *
 * @param reading what was read; undefined until the scan has ended as COM
 * @param fileUrl signed address of the file
 */
export function renderV2Scan(scan: Scan, reading: Reading | undefined, fileUrl: string): ScanBody {
  const { error, ...summary } = renderV2Summary(scan);
  return {
    ...summary,
    file: { media_type: scan.mediaType, bytes: scan.bytes, url: fileUrl },
    result: reading ? v2Result(reading) : null,
    error,
  };
}

/** Returns what a list of v2 says about a scan: no identity value. */
export function renderV2Summary(scan: Scan): ScanSummaryBody {
  return {
    id: scan.id,
    object: 'scan',
    status: v2Status[scan.status],
    reference: scan.reference,
    batch_id: scan.batchId,
    created_at: scan.createdAt.toISOString(),
    finished_at: scan.finishedAt?.toISOString() ?? null,
    expires_at: scan.expiresAt.toISOString(),
    error: scan.errorCode === null ? null : { code: scan.errorCode, message: describeFailure(scan.errorCode) },
  };
}
