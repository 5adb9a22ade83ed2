import type { BatchResultBody } from '@ocr-web/api';
import type { FastifyRequest } from 'fastify';
import { findBatch } from '../../../batches/find-batch.ts';
import { type BatchItem, listItems } from '../../../batches/list-items.ts';
import { findReading } from '../../../scans/find-scan.ts';
import { isFinished } from '../../../scans/scan.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { showScan } from '../scans/answer/render-v2-scan.ts';

/**
 * Files that are read from the database at a time: as many at most, and so many where the stream
 * waits for the next one to end.
 */
const pageSize = { max: 50, halted: 2 };
/** Proxies close connections on which nothing happens, some after 30 seconds. */
const heartbeatMs = 15_000;

/**
 * Writes what came of each file of a batch as a line of JSON, in upload order, each as soon as it
 * and all before it are there, from one position on. Empty lines pass the time while nothing comes.
 *
 * @param signal aborts when nobody listens any more
 * @throws Error when the batch is deleted or the service stops, so that the connection breaks: an
 *   end would mean that all was sent
 */
export async function* streamResults(
  deps: AppDeps,
  request: FastifyRequest,
  batchId: number,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const { ended } = deps.changes;
  let next = from;
  // The scan at which the stream has come to a halt.
  let awaited: number | undefined;
  let limit = pageSize.max;
  for (;;) {
    const idle = new AbortController();
    // Before the rows are read, or its end could fall in between.
    const wake = awaited === undefined ? undefined : ended.waitForChange(awaited, heartbeatMs, signal, idle.signal);
    const items = await listItems(deps.scans, batchId, next, limit);
    const done = items.slice(0, countEnded(items));
    for (const item of done) yield `${JSON.stringify(await renderItem(deps, request, item))}\n`;
    next = (done.at(-1)?.position ?? next - 1) + 1;
    const halt = items[done.length]?.scan?.id;
    limit = halt === undefined ? Math.min(2 * limit, pageSize.max) : pageSize.halted;
    const isHalted = halt !== undefined && halt === awaited;
    // The head of the answer leaves with the first thing that is written, so something is at the
    // first halt too.
    if (halt !== undefined && done.length === 0) yield '\n';
    if (isHalted) await wake;
    else idle.abort();
    awaited = halt;
    if (signal.aborted) return;
    if (ended.closing.aborted) throw new Error('The service stops before all results are there.');
    if (items.length > 0) continue;
    if (await isThere(deps, request, batchId)) return;
    throw new Error('The batch was deleted while its results were sent.');
  }
}

/** How many files from the first on have come to their end. */
function countEnded(items: readonly BatchItem[]): number {
  const waiting = items.findIndex(({ scan }) => scan !== null && !isFinished(scan));
  return waiting === -1 ? items.length : waiting;
}

async function isThere({ scans }: Pick<AppDeps, 'scans'>, request: FastifyRequest, batchId: number): Promise<boolean> {
  return (await findBatch(scans, getCaller(request).ownerId, batchId, scans.now())) !== undefined;
}

async function renderItem(
  deps: AppDeps,
  request: FastifyRequest,
  { position, fileName, scan, refusal }: BatchItem,
): Promise<BatchResultBody> {
  // One reading at a time: those of a whole page of files could be large.
  const shown = scan && (await showScan(deps, request, { ...scan, reading: await findReading(deps.scans, scan.id) }));
  const error = refusal ?? shown?.error ?? null;
  return { object: 'batch_result', index: position, file_name: fileName, status: error ? 'failed' : 'completed', scan: shown, error };
}
