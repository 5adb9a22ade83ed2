import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { createObjectKey } from '../pictures/object-key.ts';
import type { ObjectStore } from '../pictures/object-store.ts';
import { type Scan, scanColumns, toScan } from './scan.ts';

export type SubmitScanParts = {
  readonly sql: Kysely<Tables>;
  readonly store: ObjectStore;
  readonly jobs: JobQueue;
  readonly maxWaitingScans: number;
  readonly retentionMs: number;
};

export type Submission = { readonly ownerId: string; readonly bytes: Uint8Array; readonly mediaType: string; readonly now: Date };

/**
 * Takes a picture in: bytes first, then the scan and its job in one transaction. When this resolves, all three are on the disk; when it
 * rejects, none is left.
 *
 * @throws ServiceError `queue.full` when too many scans wait already
 */
export async function submitScan(parts: SubmitScanParts, submission: Submission): Promise<Scan> {
  await refuseWhenFull(parts);
  const pictureKey = createObjectKey();
  await parts.store.put(pictureKey, submission.bytes);
  try {
    return await parts.sql.transaction().execute(async (transaction) => {
      const row = await transaction
        .insertInto('scans')
        .values({
          owner_id: submission.ownerId,
          status: 'NEW',
          picture_key: pictureKey,
          picture_media_type: submission.mediaType,
          created_at: submission.now,
          expires_at: new Date(submission.now.getTime() + parts.retentionMs),
        })
        .returning(scanColumns)
        .executeTakeFirstOrThrow();
      await parts.jobs.send(transaction, 'read-scan', { scanId: row.id });
      return toScan(row);
    });
  } catch (error) {
    await parts.store.delete(pictureKey);
    throw error;
  }
}

async function refuseWhenFull({ sql, maxWaitingScans }: SubmitScanParts): Promise<void> {
  const { waiting } = await sql
    .selectFrom('scans')
    .select((select) => select.fn.countAll<number>().as('waiting'))
    .where('status', 'in', ['NEW', 'PRO'])
    .executeTakeFirstOrThrow();
  if (waiting < maxWaitingScans) return;
  const retryAfterSeconds = 5;
  throw new ServiceError('queue.full', `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
}
