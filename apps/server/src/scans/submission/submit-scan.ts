import type { Kysely } from 'kysely';
import type { AuditActor } from '../../audit/audit-event.ts';
import { recordAuditEvents } from '../../audit/record-audit-event.ts';
import type { BlindIndex } from '../../crypto/blind-index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { Tables } from '../../database/tables.ts';
import { mayBeStored } from '../../errors/may-be-stored.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { sealPicture } from '../../pictures/sealed-pictures.ts';
import type { ObjectStore } from '../../pictures/stores/object-store.ts';
import type { ReadAhead } from '../processing/read-ahead.ts';
import { type Retain, type Retention, resolveRetention } from '../retention.ts';
import type { Scan, ScanSummary } from '../scan.ts';
import type { ScanFinishedHook } from '../scan-finished-hook.ts';
import { hasRoomInQueue } from './has-room-in-queue.ts';
import { insertScanAndJob, type NewScan } from './insert-scan-and-job.ts';
import { type IdempotencyKey, insertScans } from './insert-scans.ts';

export type SubmitScanDeps = {
  readonly sql: Kysely<Tables>;
  readonly keys: KeyRing;
  readonly indexOf: BlindIndex;
  readonly now: () => Date;
  readonly store: ObjectStore;
  readonly jobs: JobQueue;
  /** Begins to read while a picture is stored, where this process reads. */
  readonly readAhead?: ReadAhead['begin'] | undefined;
  readonly onFinished: ScanFinishedHook;
  readonly maxWaitingScans: number;
  /** Tells whether no more than one owner has a token. */
  readonly isAlone: () => boolean;
  readonly retention: Retention;
  /** How long a result is kept once somebody has it; undefined: as long as one that nobody has. */
  readonly pickUpMs: number | undefined;
};

export type Submission = {
  readonly ownerId: string;
  /** Who sends it. */
  readonly actor: AuditActor;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What the client calls it. */
  readonly reference?: string | null;
  /** How long it is kept, where the client or its token says so. */
  readonly retain?: Retain | undefined;
  /** Read what is printed for people, too. */
  readonly visual?: boolean;
  /** Find portrait and signature, too. */
  readonly portrait?: boolean;
  /** Read barcodes, too. */
  readonly barcodes?: boolean;
  /** The span of the request, where it is traced. */
  readonly traceparent?: string | undefined;
  readonly now: Date;
};

/**
 * Takes a picture in: bytes first, then the scan and its job in one transaction. When this
 * resolves, all three are on the disk; when it rejects, none is left, unless database or store were
 * lost before they answered: then either all are there, or a picture that maintenance deletes.
 *
 * @throws ServiceError `queue.full` when too many scans wait already, of all owners or of this one
 */
export async function submitScan(deps: SubmitScanDeps, submission: Submission): Promise<Scan> {
  // Only a key can be taken.
  return (await submitUnderKey(deps, submission, undefined)) as Scan;
}

/**
 * The same under a key of the client's own. Returns undefined when the key is taken; then nothing
 * is left, either.
 */
export async function submitUnderKey(
  deps: SubmitScanDeps,
  submission: Submission,
  key: IdempotencyKey | undefined,
): Promise<Scan | undefined> {
  const { store } = deps;
  const { ownerId, actor, reference = null, retain, visual = false, portrait = false, barcodes = false, traceparent, now } = submission;
  const kept = resolveRetention(deps.retention, retain, now);
  await refuseWhenFull(deps, ownerId);
  const sealed = await sealPicture(deps, ownerId, submission);
  // Under a key the scan may be there already, with its own reading.
  if (sealed.kept && !key) deps.readAhead?.(sealed.kept, { visual, portrait, barcodes });
  const asked = { ...(visual && { visual: 1 }), ...(portrait && { portrait: 1 }), ...(barcodes && { barcodes: 1 }) };
  const shared = { owner_id: ownerId, reference, created_at: now, ...asked, ...kept, ...key };
  const { pictureKey } = sealed.picture;
  await sealed.store();
  const scan = await insertScan(deps, { picture: sealed.picture, shared, actor, traceparent }).catch(async (error: unknown) => {
    // Where no answer came the scan may be there, and needs its picture; if not, maintenance finds
    // the picture.
    if (!mayBeStored(error)) await store.delete(pictureKey);
    throw error;
  });
  if (!scan) await store.delete(pictureKey);
  return scan && { ...scan, reading: null };
}

/** Makes the scan, its audit event and its job, or nothing where the key is taken. */
async function insertScan(deps: SubmitScanDeps, made: NewScan): Promise<ScanSummary | undefined> {
  const { sql, jobs } = deps;
  const jobClauses = jobs.clausesOf?.('read-scan');
  if (jobClauses) return await insertScanAndJob(deps, jobClauses, made);
  const { picture, shared, actor, traceparent } = made;
  return await sql.transaction().execute(async (transaction) => {
    const [scan] = await insertScans(transaction, deps, [picture], shared);
    if (!scan) return undefined;
    await recordAuditEvents(transaction, [{ actor, action: 'scan.created', subject: scan.id }], shared.created_at);
    const payload = { scanId: scan.id, ...(traceparent && { traceparent }) };
    await jobs.send(transaction, 'read-scan', { payload, owner: shared.owner_id });
    return scan;
  });
}

async function refuseWhenFull({ sql, maxWaitingScans, isAlone }: SubmitScanDeps, ownerId: string): Promise<void> {
  if (await hasRoomInQueue(sql, { of: 'single scans', limit: maxWaitingScans, isAlone }, ownerId)) return;
  const retryAfterSeconds = 5;
  throw new ServiceError('queue.full', `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
}
