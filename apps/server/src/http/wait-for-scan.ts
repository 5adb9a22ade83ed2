import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import { findScan } from '../scans/find-scan.ts';
import { isFinished, type Scan } from '../scans/scan.ts';
import type { AppDeps } from './app-deps.ts';
import { getCaller, getSignal, throwIfRevoked } from './authentication/authenticate.ts';

/**
 * Ends the wait. Without a reason of its own an abort makes an error with a stack trace, for
 * nobody.
 */
const answered = 'answered';

/**
 * Returns a scan as it is once it has ended, after `timeoutMs` at the latest, and at once when the
 * client leaves.
 *
 * @throws ServiceError `not_found` when it is deleted meanwhile, `authentication.invalid` when the
 *   token is revoked meanwhile
 */
export async function waitForScan(
  deps: Pick<AppDeps, 'scans' | 'changes'>,
  request: FastifyRequest,
  found: Scan,
  timeoutMs: number,
): Promise<Scan> {
  if (isFinished(found)) return found;
  const idle = new AbortController();
  const find = () => findScan(deps.scans.sql, getCaller(request).ownerId, found.id, new Date());
  const ended = deps.changes.ended.waitForChange(found.id, timeoutMs, AbortSignal.any([getSignal(request), idle.signal]));
  const before = await find();
  if (before && !isFinished(before)) await ended;
  idle.abort(answered);
  throwIfRevoked(request);
  const scan = before && isFinished(before) ? before : await find();
  if (!scan) throw new ServiceError('not_found', 'Not found.');
  return scan;
}
