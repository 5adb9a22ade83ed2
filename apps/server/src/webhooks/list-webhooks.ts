import type { WebhookListBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { toWebhook, webhookColumns } from './webhook-row.ts';

/** Returns the owner's webhooks, oldest first. */
export async function listWebhooks(sql: Kysely<Tables>, ownerId: string): Promise<WebhookListBody> {
  const rows = await sql
    .selectFrom('webhooks')
    .select(webhookColumns)
    .where('owner_id', '=', ownerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return { data: rows.map(toWebhook) };
}
