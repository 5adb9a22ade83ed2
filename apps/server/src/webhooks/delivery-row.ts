import type { WebhookDeliveryBody, WebhookEventBody } from '@ocr-web/api';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';

export const deliveryColumns = [
  'id',
  'message_id',
  'status',
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

/** Makes a delivery, as its owner may see it, of its row. */
export function toDelivery(row: Pick<Selectable<Tables['webhook_deliveries']>, (typeof deliveryColumns)[number]>): WebhookDeliveryBody {
  const { last_attempt_at, last_duration_ms, last_http_status, last_failure } = row;
  return {
    id: row.id,
    object: 'webhook_delivery',
    message_id: row.message_id,
    status: row.status,
    event: JSON.parse(row.payload) as WebhookEventBody,
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
