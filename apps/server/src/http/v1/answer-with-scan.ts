import type { V1ScanBody } from '@ocr-web/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Scan } from '../../scans/scan.ts';
import type { AppDeps } from '../app-deps.ts';
import { discloseResult } from '../disclose-scan.ts';
import { parsePreferredWait } from '../parse-prefer.ts';
import { pictureUrl } from '../picture-url.ts';
import { waitForScan } from '../wait-for-scan.ts';
import { renderV1Scan } from './render-v1-scan.ts';

/**
 * Answers with a scan as it is, or as it is once the client's `Prefer: wait=N` is met or over.
 *
 * @param since a mark of the feed of scans that ended, from before this one was read
 */
export async function answerWithScan(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Scan,
  since?: number,
): Promise<FastifyReply> {
  const seconds = parsePreferredWait(request.headers.prefer, deps.config.maxWaitSeconds);
  if (seconds !== undefined) reply.header('preference-applied', `wait=${seconds}`);
  const scan = seconds === undefined ? found : await waitForScan(deps, request, found, { timeoutMs: seconds * 1000, since });
  await discloseResult(deps, request, scan);
  const body: V1ScanBody = renderV1Scan(scan, await pictureUrl(deps, request, scan.pictureKey));
  return reply.send(body);
}
