import type { WebhookBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { toWebhook, webhookColumns } from './webhook-row.ts';

/** Returns one of the owner's webhooks. @throws ServiceError `not_found`, for somebody else's too */
export async function findWebhook(sql: Kysely<Tables>, ownerId: string, id: string): Promise<WebhookBody> {
  const row = await sql
    .selectFrom('webhooks')
    .select(webhookColumns)
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
  if (!row) throw new ServiceError('not_found', 'There is no such webhook.');
  return toWebhook(row);
}
