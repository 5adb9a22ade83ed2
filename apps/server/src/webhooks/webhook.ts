import type { WebhookBody, WebhookListBody } from '@ocr-web/api';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { KeyRing } from '../crypto/key-ring.ts';
import { isOwnRow } from '../database/own-row.ts';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { OutboundPolicy } from '../outbound/outbound-policy.ts';
import { announceWithdrawal } from './channels.ts';

/** Where webhooks and their deliveries are, and what opens payloads. */
export type WebhookRecords = { readonly sql: Kysely<Tables>; readonly keys: KeyRing };

/** What the operations on webhooks need. */
export type WebhookDeps = WebhookRecords & {
  readonly now: () => Date;
  /** What secrets are sealed with, 32 bytes. */
  readonly key: Uint8Array;
  readonly policy: OutboundPolicy;
  /** How many webhooks an owner may have. */
  readonly limit: number;
};

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

/**
 * Returns one of the owner's webhooks. @throws ServiceError `not_found`, for somebody else's too
 */
export async function findWebhook(sql: Kysely<Tables>, ownerId: string, id: string): Promise<WebhookBody> {
  const row = await sql.selectFrom('webhooks').select(webhookColumns).where(isOwnRow(ownerId, id)).executeTakeFirst();
  if (!row) throw new ServiceError('not_found', 'There is no such webhook.');
  return toWebhook(row);
}

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

/**
 * Deletes one of the owner's webhooks, with its secrets and all its deliveries; attempts under way
 * end at once. @throws ServiceError `not_found`
 */
export async function deleteWebhook(sql: Kysely<Tables>, ownerId: string, id: string): Promise<void> {
  await sql.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom('webhooks').where(isOwnRow(ownerId, id)).executeTakeFirst();
    if (numDeletedRows === 0n) throw new ServiceError('not_found', 'There is no such webhook.');
    await announceWithdrawal(transaction);
  });
}

/**
 * Sees to it that the owner's webhook is on, and stays so for the rest of the transaction. @throws
 * ServiceError `not_found`, `webhook.disabled`
 */
export async function requireEnabled(transaction: Transaction<Tables>, ownerId: string, webhookId: string): Promise<void> {
  const row = await transaction
    .selectFrom('webhooks')
    .select('disabled_reason')
    .where(isOwnRow(ownerId, webhookId))
    .forShare()
    .executeTakeFirst();
  if (!row) throw new ServiceError('not_found', 'There is no such webhook.');
  if (row.disabled_reason === null) return;
  throw new ServiceError('webhook.disabled', 'The webhook is switched off. Switch it on with PATCH and {"enabled": true} first.');
}
