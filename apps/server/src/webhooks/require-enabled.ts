import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';

/** Sees to it that the owner's webhook is on, and stays so for the rest of the transaction. @throws ServiceError `not_found`, `webhook.disabled` */
export async function requireEnabled(transaction: Transaction<Tables>, ownerId: string, webhookId: string): Promise<void> {
  const row = await transaction
    .selectFrom('webhooks')
    .select('disabled_reason')
    .where('id', '=', webhookId)
    .where('owner_id', '=', ownerId)
    .forShare()
    .executeTakeFirst();
  if (!row) throw new ServiceError('not_found', 'There is no such webhook.');
  if (row.disabled_reason === null) return;
  throw new ServiceError('webhook.disabled', 'The webhook is switched off. Switch it on with PATCH and {"enabled": true} first.');
}
