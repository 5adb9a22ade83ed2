import type { Kysely } from 'kysely';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';

/**
 * Throws ServiceError `queue.full` when `max` files of batches or more wait for a reader, but not for a batch that is there already: whoever
 * sends it again is to hear of it.
 */
export async function refuseWhenBatchesWait(sql: Kysely<Tables>, max: number, ownerId: string, key: string | undefined): Promise<void> {
  const { waiting } = await sql
    .selectFrom('scans')
    .select((select) => select.fn.countAll<number>().as('waiting'))
    .where(indexedConditions.isUnfinishedScan)
    .where('batch_id', 'is not', null)
    .executeTakeFirstOrThrow();
  if (waiting < max || (key !== undefined && (await isKnown(sql, ownerId, key)))) return;
  const retryAfterSeconds = 60;
  const sentence = `${waiting} files of batches wait already. Try again in ${retryAfterSeconds} seconds.`;
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
