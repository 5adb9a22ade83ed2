import { randomUUID } from 'node:crypto';
import type { WebhookEventBody } from '@ocr-web/api';
import type { Kysely, Transaction } from 'kysely';
import { type DataKey, sealText } from '../crypto/key-ring.ts';
import type { Tables } from '../database/tables.ts';
import { announceDelivery } from './channels.ts';

type OwnersEvent = Exclude<WebhookEventBody, { type: 'webhook.test' }>;

/** What happened, to whose scan or batch. */
export type NewEvent = {
  readonly ownerId: string;
  /** The key of the scan or batch that the event is about. */
  readonly key: DataKey | undefined;
  /** The scan that the event is about: the deliveries are deleted with it. */
  readonly scanId?: number;
  /** The batch that the event is about: see `deleteDeliveriesOfBatches`. */
  readonly batchId?: number;
  /** The span in which it happened, where that is traced. */
  readonly traceparent?: string | undefined;
  readonly now: Date;
} & { [Type in OwnersEvent['type']]: Pick<Extract<OwnersEvent, { type: Type }>, 'type' | 'data'> }[OwnersEvent['type']];

/**
 * Stores a delivery for each of the owner's webhooks that wants to hear of this. In the transaction
 * of whatever happened, so that one is never without the other.
 */
export async function enqueueEvent(transaction: Transaction<Tables>, event: NewEvent): Promise<void> {
  const { ownerId, key, scanId = null, batchId = null, traceparent = null, type, data, now } = event;
  // Locked, so that switching a webhook off either misses this event or takes its delivery along.
  const enabled = await enabledWebhooksOf(transaction, ownerId).select(['id', 'events']).forShare().execute();
  const webhooks = enabled.filter(({ events }) => events.includes(type));
  if (webhooks.length === 0) return;
  const delivery = {
    scan_id: scanId,
    batch_id: batchId,
    traceparent,
    message_id: `msg_${randomUUID()}`,
    data_key: key?.wrapped ?? null,
    payload: sealText(key, 'payload', JSON.stringify({ type, timestamp: now.toISOString(), data })),
    status: 'pending',
    created_at: now,
    retry_since: now,
    next_attempt_at: now,
  } as const;
  await transaction
    .insertInto('webhook_deliveries')
    .values(webhooks.map(({ id }) => ({ ...delivery, webhook_id: id })))
    .execute();
  await announceDelivery(transaction);
}

/** Selects the webhooks of an owner that hear of events. */
export function enabledWebhooksOf(sql: Kysely<Tables>, ownerId: string) {
  return sql.selectFrom('webhooks').where('webhooks.owner_id', '=', ownerId).where('disabled_reason', 'is', null);
}
