import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import { findScan } from '../scans/find-scan.ts';
import { isFinished, type Scan } from '../scans/scan.ts';
import type { AppParts } from './app-parts.ts';
import { getCaller } from './authenticate.ts';

/** Ends the wait. Without a reason of its own an abort makes an error with a stack trace, for nobody. */
const answered = 'answered';

/**
 * Returns a scan as it is once it has ended, after `timeoutMs` at the latest, and at once when the client leaves.
 *
 * @throws ServiceError `not_found` when it is deleted meanwhile
 */
export async function waitForScan(
  parts: Pick<AppParts, 'scans' | 'waiters'>,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Scan,
  timeoutMs: number,
): Promise<Scan> {
  if (isFinished(found)) return found;
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const find = () => findScan(parts.scans.sql, getCaller(request).ownerId, found.id, new Date());
  const ended = parts.waiters.ended.wait(found.id, timeoutMs, leaving.signal);
  const before = await find();
  if (before && !isFinished(before)) await ended;
  leaving.abort(answered);
  const scan = before && isFinished(before) ? before : await find();
  if (!scan) throw new ServiceError('not_found', 'Not found.');
  return scan;
}
