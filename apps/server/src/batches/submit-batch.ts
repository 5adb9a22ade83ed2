import type { Kysely, Transaction } from 'kysely';
import type { AuditActor } from '../audit/audit-event.ts';
import { expiry, recordAuditEvents } from '../audit/record-audit-event.ts';
import type { BlindIndex } from '../crypto/blind-index.ts';
import { type DataKey, type KeyRing, sealText } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { batchPriority } from '../jobs/batch-priority.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { ObjectStore } from '../pictures/stores/object-store.ts';
import { type Retain, type Retention, resolveRetention } from '../scans/retention.ts';
import { insertScans, type SharedByScans } from '../scans/submission/insert-scans.ts';
import type { Batch } from './batch.ts';
import { deleteBatch } from './delete-batch.ts';
import { endBatch } from './end-batch.ts';
import { findBatch } from './find-batch.ts';
import type { TakenFile } from './intake/batch-intake.ts';

export type SubmitBatchDeps = {
  readonly sql: Kysely<Tables>;
  readonly keys: KeyRing;
  readonly indexOf: BlindIndex;
  readonly store: ObjectStore;
  readonly jobs: JobQueue;
  readonly retention: Retention;
};

export type BatchSubmission = {
  readonly ownerId: string;
  /** Who sends it. */
  readonly actor: AuditActor;
  /** In upload order; their bytes are stored. */
  readonly files: readonly TakenFile[];
  /** What the client calls it. */
  readonly reference: string | null;
  /** How long it is kept, where the client or its token says so. */
  readonly retain?: Retain | undefined;
  /** The client's own key, unique among the owner's; undefined to make a batch every time. */
  readonly key: string | undefined;
  /** What the key stands for. */
  readonly fingerprint: string;
  /** The span of the request, where it is traced. */
  readonly traceparent?: string | undefined;
  readonly now: Date;
};

export type Submitted = {
  readonly batch: Batch /** Whether it was there already: the files of this submission are not needed. */;
  readonly replayed: boolean;
};

/** Rows that one statement inserts: PostgreSQL takes 65,535 parameters at most. */
const rowsAtATime = 500;

/**
 * Makes a batch of files that are stored: its row, its items, a scan and a job for each file, in
 * one transaction. When this resolves, all of it is on the disk; when it rejects, nothing but the
 * stored files is left, which are the caller's.
 *
 * @throws ServiceError `idempotency.mismatch` when the key stands for something else
 */
export async function submitBatch(deps: SubmitBatchDeps, submission: BatchSubmission): Promise<Submitted> {
  const { ownerId, now } = submission;
  for (;;) {
    const known = await findByKey(deps, submission);
    const batch = known === undefined ? await makeBatch(deps, submission) : await findBatch(deps, ownerId, known, now);
    if (batch) return { batch, replayed: known !== undefined };
    // Another request took the key meanwhile, or the batch that had it was deleted.
  }
}

async function findByKey(
  { sql, store }: SubmitBatchDeps,
  { ownerId, key, fingerprint, now }: BatchSubmission,
): Promise<number | undefined> {
  if (key === undefined) return undefined;
  const row = await sql
    .selectFrom('batches')
    .select(['id', 'fingerprint', 'expires_at'])
    .where('owner_id', '=', ownerId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.expires_at <= now) {
    // Its time is over and its key free again, though nobody has tidied up yet.
    await deleteBatch(sql, store, row.id, expiry, now);
    return undefined;
  }
  if (row.fingerprint === fingerprint) return row.id;
  throw new ServiceError('idempotency.mismatch', 'This Idempotency-Key was sent before with other files. Use a key once for each batch.');
}

/**
 * Returns undefined when the key is taken. Once the transaction has committed nothing can fail any
 * more: the stored files belong to it.
 */
function makeBatch(deps: SubmitBatchDeps, submission: BatchSubmission): Promise<Batch | undefined> {
  return deps.sql.transaction().execute(async (transaction) => {
    const id = await insertBatch(transaction, deps, submission);
    return id === undefined ? undefined : findBatch({ sql: transaction, keys: deps.keys }, submission.ownerId, id, submission.now);
  });
}

/** Returns undefined when the key is taken. */
async function insertBatch(
  transaction: Transaction<Tables>,
  deps: SubmitBatchDeps,
  { ownerId, actor, files, reference, retain, key: idempotencyKey, fingerprint, traceparent, now }: BatchSubmission,
): Promise<number | undefined> {
  const { expires_at, picture_retention_s } = resolveRetention(deps.retention, retain, now);
  const stored = files.filter((file) => 'stored' in file).length;
  const key = await deps.keys.create(ownerId);
  const batch = {
    owner_id: ownerId,
    data_key: key?.wrapped ?? null,
    reference: reference === null ? null : sealText(key, 'reference', reference),
    reference_index: reference === null ? null : deps.indexOf(ownerId, reference),
    idempotency_key: idempotencyKey ?? null,
    fingerprint,
    created_at: now,
    expires_at,
  };
  const row = await transaction
    .insertInto('batches')
    .values({ ...batch, pending_scans: stored })
    .onConflict((conflict) => conflict.columns(['owner_id', 'idempotency_key']).where('idempotency_key', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return undefined;
  const items = files.map((file, position) => ({ ...file, position }));
  for (let first = 0; first < items.length; first += rowsAtATime) {
    // The reference too, and not the file's name: names may say who is on a file, and events tell
    // the reference.
    const shared = { owner_id: ownerId, batch_id: row.id, reference, created_at: now, expires_at, picture_retention_s };
    await insertItems(transaction, deps, key, items.slice(first, first + rowsAtATime), { shared, traceparent });
  }
  await recordAuditEvents(transaction, [{ actor, action: 'batch.created', subject: row.id }], now);
  if (stored === 0) await endBatch(transaction, deps.keys, row.id, now);
  return row.id;
}

async function insertItems(
  transaction: Transaction<Tables>,
  deps: SubmitBatchDeps,
  key: DataKey | undefined,
  files: readonly (TakenFile & { readonly position: number })[],
  { shared, traceparent }: { shared: SharedByScans & { readonly batch_id: number }; traceparent: string | undefined },
): Promise<void> {
  const pictures = files.flatMap((file) => ('stored' in file ? file.stored : []));
  const scanIds = new Map((await insertScans(transaction, deps, pictures, shared)).map(({ id, pictureKey }) => [pictureKey, id]));
  const items = files.map((file) => {
    const item = {
      batch_id: shared.batch_id,
      position: file.position,
      file_name: file.fileName === null ? null : sealText(key, 'file_name', file.fileName),
    };
    return 'stored' in file
      ? { ...item, scan_id: scanIds.get(file.stored.pictureKey) as number, error_code: null, error_message: null }
      : { ...item, scan_id: null, error_code: file.refusal.code, error_message: file.refusal.message };
  });
  await transaction.insertInto('batch_items').values(items).execute();
  const scans = items.flatMap(({ scan_id: scanId, position }) => (scanId === null ? [] : [{ scanId, position }]));
  await deps.jobs.send(
    transaction,
    'read-scan',
    ...scans.map(({ scanId, position }) => ({
      payload: { scanId, ...(traceparent && { traceparent }) },
      priority: batchPriority(position),
    })),
  );
}
