import type { ListWebhookDeliveriesParameters, WebhookDeliveryListBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { deliveryColumns, toDelivery } from './delivery-row.ts';
import { findWebhook } from './find-webhook.ts';

/**
 * Returns a page of the deliveries to one of the owner's webhooks, newest first.
 *
 * @throws ServiceError `not_found`, or `field.invalid` for a cursor that no page has given
 */
export async function listDeliveries(
  sql: Kysely<Tables>,
  ownerId: string,
  webhookId: string,
  { limit = 20, cursor, status }: ListWebhookDeliveriesParameters,
): Promise<WebhookDeliveryListBody> {
  await findWebhook(sql, ownerId, webhookId);
  let query = sql.selectFrom('webhook_deliveries').select(deliveryColumns).where('webhook_id', '=', webhookId);
  if (status !== undefined) query = query.where('status', '=', status);
  if (cursor !== undefined) query = query.where('id', '<', parseCursor(cursor));
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { data: page.map(toDelivery), next_cursor: rows.length > limit ? String(page.at(-1)?.id) : null };
}

/** A cursor is the id of the last delivery of the page before. */
function parseCursor(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new ServiceError('field.invalid', 'Must be the next_cursor of another page.', { field: 'cursor' });
  return Number(text);
}
