import { isEngineError, type Reading } from '@ocr-web/reader';
import type { Logger } from 'pino';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { Database } from '../../database/database.ts';
import { readPictureOf } from '../../pictures/sealed-pictures.ts';
import type { ObjectStore } from '../../pictures/stores/object-store.ts';
import { deletePicture } from '../delete-picture.ts';
import type { ScanFinishedHook } from '../scan-finished-hook.ts';
import { type Claim, claimScan, releaseScan, takenClaim } from './claim-scan.ts';
import { finishScan, type Outcome } from './finish-scan.ts';
import type { FinishedScans } from './finished-scans.ts';
import { type StageTimes, splitReading } from './scan-stages.ts';

/** Reads one picture. Rejects with an EngineError when it cannot be processed. */
export type ReadPicture = (
  bytes: Uint8Array,
  options: { readonly signal: AbortSignal; readonly visual: boolean; readonly portrait: boolean; readonly barcodes: boolean },
) => Promise<Reading>;

/** How long a scan took, milliseconds. */
export type ScanTimes = { readonly readingMs: number; readonly totalMs: number; readonly stages: Readonly<StageTimes> };

export type ProcessScanDeps = {
  readonly database: Pick<Database, 'engine' | 'sql' | 'relaxed' | 'now'>;
  readonly store: ObjectStore;
  readonly keys: KeyRing;
  readonly read: ReadPicture;
  readonly onFinished: ScanFinishedHook;
  /** Those of this process who wait for scans. */
  readonly finished?: FinishedScans | undefined;
  /** Hears of every scan that ended, with the milliseconds that it took. */
  readonly onOutcome: (outcome: Outcome, times: ScanTimes) => void;
  readonly maxAttempts: number;
  /**
   * Attempts that could not be given back, by scan: what this function keeps in mind from one call
   * to the next.
   */
  readonly unreleased: Map<number, number>;
  /** Another way to a picture than the plain one: where that is traced. */
  readonly fetch?: typeof readPictureOf;
  /** The span that this work is recorded in, where it is traced. */
  readonly traceparent?: string;
  readonly logger: Logger;
};

/**
 * Brings one scan to its end. Idempotent: a finished scan is left alone, one that another worker
 * dropped is done again, and of two workers on the same scan only the later one can write the
 * result.
 *
 * @param signal aborts when the service stops; the scan is queued again then, and done after the
 *   next start
 * @param row what `takeScan` returned, where the scan was claimed with its job
 * @throws whatever keeps the result from being stored, such as a full disk; the scan is queued
 *   again
 */
export async function processScan(deps: ProcessScanDeps, scanId: number, signal: AbortSignal, row?: unknown): Promise<void> {
  const claim = await claimNow(deps, scanId, row);
  deps.unreleased.delete(scanId);
  if (!claim) return;
  try {
    await readAndFinish(deps, claim, signal);
  } catch (error) {
    // Attempts count how often a scan took the process down with it, and this was not one.
    await releaseScan(deps.database, claim).catch(() => deps.unreleased.set(scanId, claim.attempt));
    throw error;
  }
}

/** An attempt that was to be given back and could not be is made again, not counted again. */
async function claimNow({ database, unreleased }: ProcessScanDeps, scanId: number, row: unknown): Promise<Claim | undefined> {
  const former = unreleased.get(scanId);
  if (row === undefined) return await claimScan(database, scanId, former);
  const claim = takenClaim(scanId, row);
  if (!claim || claim.attempt - 1 !== former) return claim;
  try {
    await releaseScan(database, claim);
    return await claimScan(database, scanId, former);
  } catch (error) {
    unreleased.set(scanId, claim.attempt);
    throw error;
  }
}

async function readAndFinish(deps: ProcessScanDeps, claim: Claim, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const { database, keys, onFinished, finished, traceparent } = deps;
  const sinceCreation = () => database.now().getTime() - claim.createdAt.getTime();
  const stages: StageTimes = { queue: Math.max(0, sinceCreation()) };
  const outcome = await readClaimed(deps, claim, signal, stages);
  const readAt = performance.now();
  const finishing = { sql: database.sql, engine: database.engine, keys, onFinished, finished, traceparent };
  const written = await finishScan(finishing, claim, outcome, database.now());
  stages.store = performance.now() - readAt;
  const readingMs = Math.round(performance.now() - startedAt);
  if (written) deps.onOutcome(outcome, { readingMs, totalMs: sinceCreation(), stages });
  if (written && claim.pictureRetentionS === 0) await deletePicture({ sql: database.sql, store: deps.store }, claim, database.now());
  const { status, errorCode } = { errorCode: undefined, ...outcome };
  deps.logger.info({ scan: claim.scanId, attempt: claim.attempt, status, errorCode, written, ms: readingMs }, 'scan');
}

/** @param stages gets how long each one took */
async function readClaimed(deps: ProcessScanDeps, claim: Claim, signal: AbortSignal, stages: StageTimes): Promise<Outcome> {
  if (claim.attempt > deps.maxAttempts) return { status: 'failed', errorCode: 'processing.interrupted' };
  const startedAt = performance.now();
  const bytes = await (deps.fetch ?? readPictureOf)(deps, claim);
  const fetchedAt = performance.now();
  stages.fetch = fetchedAt - startedAt;
  if (!bytes) return { status: 'failed', errorCode: 'picture.missing' };
  try {
    const { visual, portrait, barcodes } = claim;
    const reading = await deps.read(bytes, { signal, visual, portrait, barcodes });
    Object.assign(stages, splitReading(reading.timing, performance.now() - fetchedAt));
    return { status: 'completed', reading };
  } catch (error) {
    // A stop of the service says nothing about the picture, so it must not end the scan.
    if (signal.aborted || (isEngineError(error) && error.code === 'engine.closed')) throw error;
    if (isEngineError(error)) {
      // Of the file nothing but its fault is known; of the reader the operator has to know how it
      // ended.
      if (error.code.startsWith('engine.')) deps.logger.warn({ err: error, scan: claim.scanId, attempt: claim.attempt }, 'reader ended');
      return { status: 'failed', errorCode: error.code };
    }
    deps.logger.error({ err: error, scan: claim.scanId }, 'reader failed');
    return { status: 'failed', errorCode: 'engine.failed' };
  }
}
