import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { hasRoomInQueue } from '../scans/submission/has-room-in-queue.ts';

/** How many files of batches may wait for a reader. */
export type BatchQueueLimits = {
  readonly maxWaiting: number /** Whether no more than one owner has a token. */;
  readonly isAlone: () => boolean;
};

/**
 * Throws ServiceError `queue.full` when too many files of batches wait for a reader, of all owners
 * or of this one, but not for a batch that is there already: whoever sends it again is to hear of
 * it.
 */
export async function assertBatchCapacity(
  sql: Kysely<Tables>,
  { maxWaiting, isAlone }: BatchQueueLimits,
  ownerId: string,
  key: string | undefined,
): Promise<void> {
  if (await hasRoomInQueue(sql, { of: 'batches', limit: maxWaiting, isAlone }, ownerId)) return;
  if (key !== undefined && (await isKnown(sql, ownerId, key))) return;
  const retryAfterSeconds = 60;
  const sentence = `Too many files of batches wait already. Try again in ${retryAfterSeconds} seconds.`;
  throw new ServiceError('queue.full', sentence, { retryAfterSeconds });
}

async function isKnown(sql: Kysely<Tables>, ownerId: string, key: string): Promise<boolean> {
  const row = await sql
    .selectFrom('batches')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}
