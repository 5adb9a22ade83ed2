import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../../../errors/service-error.ts';
import { findScan, findScanSummary } from '../../../scans/find-scan.ts';
import type { Scan, ScanSummary } from '../../../scans/scan.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';

/**
 * Returns the caller's scan of this id.
 *
 * @throws ServiceError `not_found` for somebody else's as for none
 */
export async function findOwnScan({ scans }: Pick<AppDeps, 'scans'>, request: FastifyRequest, id: number): Promise<Scan> {
  const scan = await findScan(scans, getCaller(request).ownerId, id, scans.now());
  if (!scan) throw new ServiceError('not_found', 'Not found.');
  return scan;
}

/**
 * The same without what was read, for whoever does not show it.
 *
 * @throws ServiceError `not_found` for somebody else's as for none
 */
export async function findOwnScanSummary({ scans }: Pick<AppDeps, 'scans'>, request: FastifyRequest, id: number): Promise<ScanSummary> {
  const scan = await findScanSummary(scans, getCaller(request).ownerId, id, scans.now());
  if (!scan) throw new ServiceError('not_found', 'Not found.');
  return scan;
}
