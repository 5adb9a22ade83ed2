import { randomUUID } from 'node:crypto';
import { type CreateWebhookBody, WebhookTopic, type WebhookTopicName, type WebhookWithSecretBody } from '@ocr-web/api';
import { sql as rawSql, type Transaction } from 'kysely';
import { sealSecret } from '../crypto/seal-secret.ts';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { OutboundPolicy } from '../outbound/outbound-policy.ts';
import { validateWebhookUrl } from '../outbound/validate-webhook-url.ts';
import { toWebhook, type WebhookDeps, webhookColumns } from './webhook.ts';
import { createWebhookSecret } from './webhook-secrets.ts';

/**
 * Makes a webhook with a secret of its own.
 *
 * @returns the webhook and its secret, which cannot be had again
 * @throws ServiceError `field.invalid` for a URL that may not be reached, `webhook.limit` when the
 *   owner has as many as may be
 */
export async function createWebhook(
  deps: WebhookDeps,
  ownerId: string,
  wanted: CreateWebhookBody,
  now: Date,
): Promise<WebhookWithSecretBody> {
  const { url, description = null, events = WebhookTopic.enum } = wanted;
  const id = randomUUID();
  const secret = createWebhookSecret();
  const values = {
    id,
    owner_id: ownerId,
    url: requireWebhookUrl(url, deps.policy),
    description,
    events: JSON.stringify(events satisfies readonly WebhookTopicName[]),
    created_at: now,
    updated_at: now,
  };
  return await deps.sql.transaction().execute(async (transaction) => {
    await refuseAboveLimit(transaction, ownerId, deps.limit);
    const row = await transaction.insertInto('webhooks').values(values).returning(webhookColumns).executeTakeFirstOrThrow();
    await transaction
      .insertInto('webhook_secrets')
      .values({ webhook_id: id, sealed: sealSecret(deps.key, id, secret) })
      .execute();
    return { ...toWebhook(row), secret };
  });
}

async function refuseAboveLimit(transaction: Transaction<Tables>, ownerId: string, limit: number): Promise<void> {
  // One create after the other for each owner, or two at once could both count one place too many.
  await rawSql`select pg_advisory_xact_lock(hashtextextended(${`webhooks of ${ownerId}`}, 0))`.execute(transaction);
  const { count } = await transaction
    .selectFrom('webhooks')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow();
  if (count >= limit) throw new ServiceError('webhook.limit', `A token may have ${limit} webhooks. Delete one to make room.`);
}

/** Returns the URL as it is stored. @throws ServiceError `field.invalid` with what is wrong */
export function requireWebhookUrl(text: string, policy: OutboundPolicy): string {
  const url = validateWebhookUrl(text, policy);
  if (typeof url === 'string') throw new ServiceError('field.invalid', url, { field: 'url' });
  return url.href;
}
