import type { WebhookDeliveryBody } from '@ocr-web/api';
import { ServiceError } from '../errors/service-error.ts';
import { announceDelivery } from './channels.ts';
import { deliveryColumns, toDelivery } from './list-deliveries.ts';
import { requireEnabled, type WebhookRecords } from './webhook.ts';

/**
 * Sends a delivery again, whatever became of it, with the same webhook-id and a schedule of retries
 * that begins anew. One that is under way stays under way.
 *
 * @throws ServiceError `not_found`, or `webhook.disabled`
 */
export function resendDelivery(
  { sql, keys }: WebhookRecords,
  ownerId: string,
  webhookId: string,
  deliveryId: number,
  now: Date,
): Promise<WebhookDeliveryBody> {
  return sql.transaction().execute(async (transaction) => {
    await requireEnabled(transaction, ownerId, webhookId);
    const find = transaction.selectFrom('webhook_deliveries').where('id', '=', deliveryId).where('webhook_id', '=', webhookId);
    await transaction
      .updateTable('webhook_deliveries')
      .set({ status: 'pending', next_attempt_at: now, retry_since: now, finished_at: null })
      .where('id', 'in', find.select('id'))
      .where('claim', 'is', null)
      .execute();
    const row = await find.select(deliveryColumns).executeTakeFirst();
    if (!row) throw new ServiceError('not_found', 'There is no such delivery.');
    await announceDelivery(transaction);
    return await toDelivery(keys, ownerId, row);
  });
}
