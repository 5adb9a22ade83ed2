import type { ScanBody, ScanSummaryBody } from '@ocr-web/api';
import { v2Result } from '@ocr-web/results';
import type { FastifyRequest } from 'fastify';
import { describeFailure } from '../../../../scans/processing/scan-failures.ts';
import type { Scan, ScanSummary } from '../../../../scans/scan.ts';
import type { AppDeps } from '../../../app-deps.ts';
import { discloseResult } from '../../../disclose-scan.ts';
import { pictureUrl } from '../../../picture-url.ts';
import { mayShowPortrait, withoutPortrait } from './portrait-permission.ts';

/**
 * Returns the answer of v2 for a scan.
 *
 * @param fileUrl signed address of the file
 */
export function renderV2Scan(scan: Scan, fileUrl: string): ScanBody {
  const { error, ...summary } = renderV2Summary(scan);
  return {
    ...summary,
    file: { media_type: scan.mediaType, bytes: scan.bytes, url: fileUrl, expires_at: fileEnd(scan) },
    result: scan.reading && v2Result(scan.reading),
    error,
  };
}

/** The file goes with its scan at the latest. */
function fileEnd({ pictureExpiresAt, expiresAt, finishedAt }: Scan): string | null {
  if (finishedAt === null) return null;
  return (pictureExpiresAt ?? expiresAt).toISOString();
}

/** Returns what a list of v2 says about a scan: no identity value. */
export function renderV2Summary(scan: ScanSummary): ScanSummaryBody {
  return {
    id: scan.id,
    object: 'scan',
    status: scan.status,
    reference: scan.reference,
    batch_id: scan.batchId,
    created_at: scan.createdAt.toISOString(),
    finished_at: scan.finishedAt?.toISOString() ?? null,
    expires_at: scan.expiresAt.toISOString(),
    error: scan.errorCode === null ? null : { code: scan.errorCode, message: describeFailure(scan.errorCode) },
  };
}

/** The same for the token that asks: with portraits where it may see them. */
export async function showOwnScan(deps: AppDeps, request: FastifyRequest, scan: Scan): Promise<ScanBody> {
  if (!mayShowPortrait(request)) return await showScan(deps, request, scan);
  await discloseResult(deps, request, scan);
  return renderV2Scan(scan, await pictureUrl(deps, request, scan.pictureKey));
}

/**
 * Returns a scan as v2 answers with it: with everything that was read, and an address of its file
 * that is signed now. Streams show this: nothing of portraits leaves by them.
 */
export async function showScan(deps: AppDeps, request: FastifyRequest, scan: Scan): Promise<ScanBody> {
  await discloseResult(deps, request, scan);
  return renderV2Scan(withoutPortrait(scan), await pictureUrl(deps, request, scan.pictureKey));
}
