import type { FastifyRequest } from 'fastify';
import { pickUpScan } from '../scans/pick-up-scan.ts';
import { isFinished, type ScanSummary } from '../scans/scan.ts';
import type { AppDeps } from './app-deps.ts';
import { getCaller } from './authentication/authenticate.ts';

type Deps = Pick<AppDeps, 'scans' | 'audit'>;

/** By request, the scan whose result it is given as the audit log has it already. */
const recorded = new WeakMap<FastifyRequest, number>();

/** Hears that the audit log has it already that a request is given the result of a scan. */
export function noteRecorded(request: FastifyRequest, scanId: number): void {
  recorded.set(request, scanId);
}

/** Hears that the result of a scan leaves the service, before it does. */
export async function discloseResult({ scans, audit }: Deps, request: FastifyRequest, scan: ScanSummary): Promise<void> {
  if (!isFinished(scan)) return;
  const actor = { token: getCaller(request).tokenId };
  if (recorded.get(request) !== scan.id) await audit({ actor, action: 'scan.result_read', subject: scan.id });
  await pickUpScan(scans, scan);
}

/**
 * Hears that the file of a scan leaves the service, or a drawing of it, before it does.
 *
 * @param action what is written down; `scan.portrait_read` where it is a portrait or a signature
 */
export async function disclosePicture(
  { audit }: Pick<Deps, 'audit'>,
  request: FastifyRequest,
  scanId: number,
  action: 'scan.picture_read' | 'scan.portrait_read' = 'scan.picture_read',
): Promise<void> {
  await audit({ actor: { token: getCaller(request).tokenId }, action, subject: scanId });
}
