import type { WebhookWithSecretBody } from '@ocr-web/api';
import type { Transaction } from 'kysely';
import { sealSecret } from '../crypto/seal-secret.ts';
import type { Tables } from '../database/tables.ts';
import { findWebhook, type WebhookDeps } from './webhook.ts';
import { createWebhookSecret } from './webhook-secrets.ts';

/** So many secrets sign at most: each makes the header longer, and somebody may rotate all day. */
const maxSecrets = 5;

/**
 * Gives a webhook a new secret.
 *
 * @param overlapMs how long deliveries are signed with the old one too, so that the receiver can
 *   change over without losing any
 * @returns the webhook and its new secret, which cannot be had again
 * @throws ServiceError `not_found`
 */
export function rotateSecret(
  { sql, key }: WebhookDeps,
  ownerId: string,
  id: string,
  overlapMs: number,
  now: Date,
): Promise<WebhookWithSecretBody> {
  const secret = createWebhookSecret();
  return sql.transaction().execute(async (transaction) => {
    const webhook = await findWebhook(transaction, ownerId, id);
    await expireOldSecrets(transaction, id, new Date(now.getTime() + overlapMs), now);
    await transaction
      .insertInto('webhook_secrets')
      .values({ webhook_id: id, sealed: sealSecret(key, id, secret) })
      .execute();
    return { ...webhook, secret };
  });
}

async function expireOldSecrets(transaction: Transaction<Tables>, webhookId: string, expiresAt: Date, now: Date): Promise<void> {
  const old = transaction.selectFrom('webhook_secrets').select('id').where('webhook_id', '=', webhookId);
  await transaction
    .updateTable('webhook_secrets')
    .set({ expires_at: expiresAt })
    .where('webhook_id', '=', webhookId)
    // A shorter overlap also holds for secrets that were to last longer: it is chosen when one has
    // become known.
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', expiresAt)]))
    .execute();
  await transaction
    .deleteFrom('webhook_secrets')
    .where('webhook_id', '=', webhookId)
    .where((where) => where.or([where('expires_at', '<=', now), where('id', 'not in', old.orderBy('id', 'desc').limit(maxSecrets - 1))]))
    .execute();
}
