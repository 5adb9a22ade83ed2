import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { announceWithdrawal } from './announce-withdrawal.ts';

/** Deletes one of the owner's webhooks, with its secrets and all its deliveries; attempts under way end at once. @throws ServiceError `not_found` */
export async function deleteWebhook(sql: Kysely<Tables>, ownerId: string, id: string): Promise<void> {
  await sql.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('webhooks')
      .where('id', '=', id)
      .where('owner_id', '=', ownerId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new ServiceError('not_found', 'There is no such webhook.');
    await announceWithdrawal(transaction);
  });
}
