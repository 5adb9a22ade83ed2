import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import { findScan } from '../scans/find-scan.ts';
import type { AwaitingReader, FinishWait } from '../scans/processing/finished-scans.ts';
import { isFinished, type Scan } from '../scans/scan.ts';
import type { AppDeps } from './app-deps.ts';
import { getCaller, getSignal, throwIfRevoked } from './authentication/authenticate.ts';
import { noteRecorded } from './disclose-scan.ts';

/**
 * Ends the wait. Without a reason of its own an abort makes an error with a stack trace, for
 * nobody.
 */
const answered = 'answered';

export type ScanWait = {
  readonly timeoutMs: number;
  /**
   * A mark of the feed `ended`, from before the scan was made by the same request; undefined where
   * another one has made it.
   */
  readonly since?: number | undefined;
};

/**
 * Returns a scan as it is once it has ended, after `timeoutMs` at the latest, and at once when the
 * client leaves.
 *
 * @throws ServiceError `not_found` when it is deleted meanwhile, `authentication.invalid` when the
 *   token is revoked meanwhile
 */
export async function waitForScan(
  deps: Pick<AppDeps, 'scans' | 'changes' | 'finished'>,
  request: FastifyRequest,
  found: Scan,
  wait: ScanWait,
): Promise<Scan> {
  // Who asks for a scan of before may know its result already, and is not given it again (304).
  const isCreator = wait.since !== undefined;
  const reader: AwaitingReader = { actor: { token: getCaller(request).tokenId }, isRecorded: false };
  const here = deps.finished.wait(found.id, isCreator ? reader : undefined);
  const scan = await waitUntilFinished(deps, request, found, wait, here).finally(here.stop);
  if (reader.isRecorded) noteRecorded(request, found.id);
  throwIfRevoked(request);
  if (!scan) throw new ServiceError('not_found', 'Not found.');
  return scan;
}

/** Returns undefined when the scan is deleted meanwhile. */
async function waitUntilFinished(
  deps: Pick<AppDeps, 'scans' | 'changes'>,
  request: FastifyRequest,
  found: Scan,
  { timeoutMs, since }: ScanWait,
  here: FinishWait,
): Promise<Scan | undefined> {
  const deadline = performance.now() + timeoutMs;
  const { ended } = deps.changes;
  const signal = getSignal(request);
  const find = () => findScan(deps.scans, getCaller(request).ownerId, found.id, deps.scans.now());
  let scan: Scan | undefined = found;
  // A feed that may have missed something wakes everybody: who finds nothing new waits on.
  while (scan && !isFinished(scan) && !signal.aborted && !ended.closing.aborted && performance.now() < deadline) {
    const looked = new AbortController();
    const changed = ended.waitForChange(found.id, deadline - performance.now(), signal, looked.signal);
    // What ended before this wait began is not told any more.
    if (since === undefined || ended.mayHaveChanged(found.id, since)) scan = await find();
    if (scan && !isFinished(scan)) {
      await Promise.race([changed, here.ended]);
      scan = (await here.current()) ?? (await find());
    }
    looked.abort(answered);
  }
  return scan;
}
