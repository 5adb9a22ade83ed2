import type { WebhookDeliveryBody, WebhookDeliveryStatusName, WebhookEventBody } from '@ocr-web/api';
import type { Selectable } from 'kysely';
import { type KeyRing, unsealText } from '../crypto/key-ring.ts';
import { pageById } from '../database/page-by-id.ts';
import type { Tables } from '../database/tables.ts';
import { findWebhook, type WebhookRecords } from './webhook.ts';

export const deliveryColumns = [
  'id',
  'message_id',
  'status',
  'data_key',
  'payload',
  'attempts',
  'last_attempt_at',
  'last_duration_ms',
  'last_http_status',
  'last_failure',
  'next_attempt_at',
  'created_at',
  'finished_at',
] as const;

type DeliveryRow = Pick<Selectable<Tables['webhook_deliveries']>, (typeof deliveryColumns)[number]>;

/** Makes a delivery, as its owner may see it, of its row. */
export async function toDelivery(keys: KeyRing, ownerId: string, row: DeliveryRow): Promise<WebhookDeliveryBody> {
  const { last_attempt_at, last_duration_ms, last_http_status, last_failure } = row;
  return {
    id: row.id,
    object: 'webhook_delivery',
    message_id: row.message_id,
    status: row.status,
    event: JSON.parse(unsealText(await keys.open(row.data_key, ownerId), 'payload', row.payload)) as WebhookEventBody,
    attempts: row.attempts,
    last_attempt: last_attempt_at && {
      at: last_attempt_at.toISOString(),
      duration_ms: last_duration_ms ?? 0,
      http_status: last_http_status,
    },
    failure: last_failure,
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

export type DeliveryFilter = {
  readonly limit?: number | undefined;
  /** Only deliveries with smaller ids, which are older. */
  readonly below?: number | undefined;
  readonly status?: WebhookDeliveryStatusName | undefined;
};

export type DeliveryPage = {
  readonly deliveries: readonly WebhookDeliveryBody[];
  /** Below which id the next page begins; undefined at the end. */
  readonly next: number | undefined;
};

/**
 * Returns a page of the deliveries to one of the owner's webhooks, newest first. @throws
 * ServiceError `not_found`
 */
export async function listDeliveries(
  { sql, keys }: WebhookRecords,
  ownerId: string,
  webhookId: string,
  { limit = 20, below, status }: DeliveryFilter,
): Promise<DeliveryPage> {
  await findWebhook(sql, ownerId, webhookId);
  let query = sql.selectFrom('webhook_deliveries').select(deliveryColumns).where('webhook_id', '=', webhookId);
  if (status !== undefined) query = query.where('status', '=', status);
  const { rows, next } = await pageById(query, limit, below);
  return { deliveries: await Promise.all(rows.map((row) => toDelivery(keys, ownerId, row))), next };
}
