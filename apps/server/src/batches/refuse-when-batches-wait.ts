import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';

/** Throws ServiceError `queue.full` when `max` files of batches or more wait for a reader. */
export async function refuseWhenBatchesWait(sql: Kysely<Tables>, max: number): Promise<void> {
  const { waiting } = await sql
    .selectFrom('scans')
    .select((select) => select.fn.countAll<number>().as('waiting'))
    .where('status', 'in', ['NEW', 'PRO'])
    .where('batch_id', 'is not', null)
    .executeTakeFirstOrThrow();
  if (waiting < max) return;
  const retryAfterSeconds = 60;
  const sentence = `${waiting} files of batches wait already. Try again in ${retryAfterSeconds} seconds.`;
  throw new ServiceError('queue.full', sentence, { retryAfterSeconds });
}
