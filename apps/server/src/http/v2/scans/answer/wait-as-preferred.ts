import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Scan } from '../../../../scans/scan.ts';
import type { AppDeps } from '../../../app-deps.ts';
import { parsePreferredWait } from '../../../parse-prefer.ts';
import { waitForScan } from '../../../wait-for-scan.ts';

/**
 * Waits for the end of a scan as the request's `Prefer` says (RFC 7240), and tells in the answer
 * which preference was followed. `wait=N` says how long; `respond-async` without it, or nothing, is
 * an answer at once.
 *
 * @param since a mark of the feed of scans that ended, from before this one was read
 */
export function waitAsPreferred(
  deps: AppDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Scan,
  since?: number,
): Promise<Scan> | Scan {
  const { prefer } = request.headers;
  const seconds = parsePreferredWait(prefer, deps.config.maxWaitSeconds);
  if (seconds !== undefined) {
    reply.header('preference-applied', `wait=${seconds}`);
    return waitForScan(deps, request, found, { timeoutMs: seconds * 1000, since });
  }
  const isAsync = [prefer].flat().some((header) => /(^|,)\s*respond-async\s*(;|,|$)/i.test(header ?? ''));
  if (isAsync) reply.header('preference-applied', 'respond-async');
  return found;
}
