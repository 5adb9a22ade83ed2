import type { WebhookDeliveryBody, WebhookDeliveryStatusName } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { deliveryColumns, toDelivery } from './delivery-row.ts';
import { findWebhook } from './find-webhook.ts';

export type DeliveryFilter = {
  readonly limit?: number | undefined;
  /** Only deliveries with smaller ids, which are older. */
  readonly below?: number | undefined;
  readonly status?: WebhookDeliveryStatusName | undefined;
};

export type DeliveryPage = {
  readonly deliveries: readonly WebhookDeliveryBody[];
  /** The id below which the list goes on; undefined at its end. */
  readonly below: number | undefined;
};

/** Returns a page of the deliveries to one of the owner's webhooks, newest first. @throws ServiceError `not_found` */
export async function listDeliveries(
  sql: Kysely<Tables>,
  ownerId: string,
  webhookId: string,
  { limit = 20, below, status }: DeliveryFilter,
): Promise<DeliveryPage> {
  await findWebhook(sql, ownerId, webhookId);
  let query = sql.selectFrom('webhook_deliveries').select(deliveryColumns).where('webhook_id', '=', webhookId);
  if (status !== undefined) query = query.where('status', '=', status);
  if (below !== undefined) query = query.where('id', '<', below);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { deliveries: page.map(toDelivery), below: rows.length > limit ? page.at(-1)?.id : undefined };
}
