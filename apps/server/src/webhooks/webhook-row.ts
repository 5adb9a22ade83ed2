import type { WebhookBody } from '@ocr-web/api';
import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';

export const webhookColumns = ['id', 'url', 'description', 'events', 'disabled_reason', 'created_at', 'updated_at'] as const;

/** Makes a webhook, as its owner may see it, of its row. */
export function toWebhook(row: Pick<Selectable<Tables['webhooks']>, (typeof webhookColumns)[number]>): WebhookBody {
  const { id, url, description, events, disabled_reason, created_at, updated_at } = row;
  return {
    id,
    object: 'webhook',
    url,
    description,
    events,
    enabled: disabled_reason === null,
    disabled_reason,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}
