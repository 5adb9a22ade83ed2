import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { createObjectKey } from '../pictures/object-key.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { hasRoomInQueue } from './has-room-in-queue.ts';
import { insertScans } from './insert-scans.ts';
import type { Scan } from './scan.ts';
import type { ScanFinishedHook } from './scan-finished-hook.ts';

export type SubmitScanDeps = {
  readonly sql: Kysely<Tables>;
  readonly store: ObjectStore;
  readonly jobs: JobQueue;
  readonly onFinished: ScanFinishedHook;
  readonly maxWaitingScans: number;
  /** Tells whether no more than one owner has a token. */
  readonly isAlone: () => boolean;
  readonly retentionMs: number;
};

export type Submission = {
  readonly ownerId: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What the client calls it. */
  readonly reference?: string | null;
  readonly now: Date;
};

/** Writes what belongs to a new scan, in the transaction that makes it. */
export type WithinTransaction = (transaction: Transaction<Tables>, scanId: number) => Promise<void>;

/**
 * Takes a picture in: bytes first, then the scan and its job in one transaction. When this resolves, all three are on the disk; when it
 * rejects, none is left.
 *
 * @param withinTransaction what else is to be written with the scan or not at all; when it rejects, there is no scan
 * @throws ServiceError `queue.full` when too many scans wait already, of all owners or of this one
 */
export async function submitScan(deps: SubmitScanDeps, submission: Submission, withinTransaction?: WithinTransaction): Promise<Scan> {
  await refuseWhenFull(deps, submission.ownerId);
  const pictureKey = createObjectKey();
  await deps.store.put(pictureKey, submission.bytes);
  try {
    return await deps.sql.transaction().execute(async (transaction) => {
      const scan = await insertScan(transaction, submission, pictureKey, deps.retentionMs);
      await withinTransaction?.(transaction, scan.id);
      await deps.jobs.send(transaction, 'read-scan', { payload: { scanId: scan.id }, owner: submission.ownerId });
      return scan;
    });
  } catch (error) {
    await deps.store.delete(pictureKey);
    throw error;
  }
}

async function insertScan(
  transaction: Transaction<Tables>,
  { ownerId, bytes, mediaType, reference = null, now }: Submission,
  pictureKey: string,
  retentionMs: number,
): Promise<Scan> {
  const shared = { owner_id: ownerId, reference, created_at: now, expires_at: new Date(now.getTime() + retentionMs) };
  const [scan] = await insertScans(transaction, [{ pictureKey, mediaType, bytes: bytes.length }], shared);
  return { ...scan!, reading: null };
}

async function refuseWhenFull({ sql, maxWaitingScans, isAlone }: SubmitScanDeps, ownerId: string): Promise<void> {
  if (await hasRoomInQueue(sql, { of: 'single scans', limit: maxWaitingScans, isAlone }, ownerId)) return;
  const retryAfterSeconds = 5;
  throw new ServiceError('queue.full', `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
}
