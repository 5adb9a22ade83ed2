import { randomUUID } from 'node:crypto';
import type { WebhookDeliveryBody, WebhookEventBody } from '@ocr-web/api';
import { announceDelivery } from './channels.ts';
import { deliveryColumns, toDelivery } from './list-deliveries.ts';
import { requireEnabled, type WebhookRecords } from './webhook.ts';

/**
 * Sends a webhook an event that means nothing, the same way as all others. @throws ServiceError
 * `not_found`, or `webhook.disabled`
 */
export function sendTestEvent({ sql, keys }: WebhookRecords, ownerId: string, webhookId: string, now: Date): Promise<WebhookDeliveryBody> {
  const event: WebhookEventBody = { type: 'webhook.test', timestamp: now.toISOString(), data: { id: webhookId } };
  return sql.transaction().execute(async (transaction) => {
    await requireEnabled(transaction, ownerId, webhookId);
    const row = await transaction
      .insertInto('webhook_deliveries')
      .values({
        webhook_id: webhookId,
        scan_id: null,
        batch_id: null,
        message_id: `msg_${randomUUID()}`,
        payload: JSON.stringify(event),
        status: 'pending',
        created_at: now,
        retry_since: now,
        next_attempt_at: now,
      })
      .returning(deliveryColumns)
      .executeTakeFirstOrThrow();
    await announceDelivery(transaction);
    return await toDelivery(keys, ownerId, row);
  });
}
