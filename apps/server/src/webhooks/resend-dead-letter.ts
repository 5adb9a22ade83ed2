import type { Kysely } from 'kysely';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { announceDelivery } from './channels.ts';
import { requireEnabled } from './webhook.ts';

/**
 * Sends a delivery of any owner that was given up again, with the same webhook-id and a schedule of
 * retries that begins anew. What it carries is not looked at: an operator sees nothing of it.
 *
 * @param actor who wants it, for the audit log
 * @throws ServiceError `not_found`, also for one that was not given up; `webhook.disabled`
 */
export async function resendDeadLetter(sql: Kysely<Tables>, deliveryId: number, actor: AuditActor, now: Date): Promise<void> {
  await sql.transaction().execute(async (transaction) => {
    const dead = transaction.selectFrom('webhook_deliveries').where('webhook_deliveries.id', '=', deliveryId).where('status', '=', 'dead');
    const row = await dead
      .innerJoin('webhooks', 'webhooks.id', 'webhook_id')
      .select(['webhook_id', 'webhooks.owner_id'])
      .executeTakeFirst();
    if (!row) throw new ServiceError('not_found', 'There is no such dead letter.');
    await requireEnabled(transaction, row.owner_id, row.webhook_id);
    const { numUpdatedRows } = await transaction
      .updateTable('webhook_deliveries')
      .set({ status: 'pending', next_attempt_at: now, retry_since: now, finished_at: null })
      .where('id', '=', deliveryId)
      .where('status', '=', 'dead')
      .executeTakeFirst();
    // Somebody else was faster.
    if (numUpdatedRows === 0n) throw new ServiceError('not_found', 'There is no such dead letter.');
    await recordAuditEvents(transaction, [{ actor, action: 'delivery.resent', subject: deliveryId }], now);
    await announceDelivery(transaction);
  });
}
