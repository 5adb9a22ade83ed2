import type { UpdateWebhookBody, WebhookBody } from '@ocr-web/api';
import { isOwnRow } from '../database/own-row.ts';
import { requireWebhookUrl } from './create-webhook.ts';
import { disableWebhook } from './disable-webhook.ts';
import { findWebhook, type WebhookDeps } from './webhook.ts';

/**
 * Changes what is named and leaves the rest. Switching off makes dead letters of what was on its
 * way; switching on sends none of them.
 *
 * @throws ServiceError `not_found`, or `field.invalid` for a URL that may not be reached
 */
export async function updateWebhook(
  { sql, policy }: WebhookDeps,
  ownerId: string,
  id: string,
  { url, description, events, enabled }: UpdateWebhookBody,
  now: Date,
): Promise<WebhookBody> {
  const values = {
    ...(url !== undefined && { url: requireWebhookUrl(url, policy) }),
    ...(description !== undefined && { description }),
    ...(events !== undefined && { events: JSON.stringify(events) }),
    ...(enabled === true && { disabled_reason: null }),
    updated_at: now,
  };
  return await sql.transaction().execute(async (transaction) => {
    await transaction.updateTable('webhooks').set(values).where(isOwnRow(ownerId, id)).execute();
    const webhook = await findWebhook(transaction, ownerId, id);
    if (enabled !== false || !webhook.enabled) return webhook;
    await disableWebhook(transaction, id, 'owner', now);
    return await findWebhook(transaction, ownerId, id);
  });
}
