import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';

/** A delivery in the hands of one worker, with everything that an attempt needs. */
export type Claim = {
  readonly claim: string;
  readonly deliveryId: number;
  readonly webhookId: string;
  readonly url: string;
  readonly messageId: string;
  readonly payload: string;
  readonly retrySince: Date;
  /** Attempts before this one. */
  readonly attempts: number;
};

export type ClaimLimits = {
  /** How many attempts are under way, by webhook. */
  readonly underWay: ReadonlyMap<string, number>;
  readonly perWebhook: number;
  readonly total: number;
  /** After this time an attempt counts as lost. */
  readonly leaseMs: number;
};

/**
 * Takes deliveries that are due, oldest first at each webhook, and the webhooks in turns: whatever waits for a slow one takes no place
 * from the others.
 */
export async function claimDeliveries(sql: Kysely<Tables>, limits: ClaimLimits, now: Date): Promise<Claim[]> {
  const due = await findDue(sql, limits, now);
  if (due.length === 0) return [];
  const claim = randomUUID();
  const ids = due.map(({ id }) => id);
  const claimed = await sql
    .updateTable('webhook_deliveries')
    .set({ claim, next_attempt_at: new Date(now.getTime() + limits.leaseMs) })
    .where('id', 'in', ids)
    .where('status', '=', 'pending')
    // Another process may have been faster.
    .where('next_attempt_at', '<=', now)
    .returning([
      'id as deliveryId',
      'webhook_id as webhookId',
      'message_id as messageId',
      'payload',
      'retry_since as retrySince',
      'attempts',
    ])
    .execute();
  const urls = new Map(due.map(({ id, url }) => [id, url]));
  return claimed
    .map((row) => ({ ...row, claim, url: urls.get(row.deliveryId) as string }))
    .sort((one, other) => ids.indexOf(one.deliveryId) - ids.indexOf(other.deliveryId));
}

type Due = { readonly id: number; readonly webhookId: string; readonly url: string };

/** The oldest due deliveries of each webhook that has a free place, the first of each before the second of any. */
async function findDue(sql: Kysely<Tables>, { underWay, perWebhook, total }: ClaimLimits, now: Date): Promise<Due[]> {
  const free = (webhookId: string) => perWebhook - (underWay.get(webhookId) ?? 0);
  const full = [...underWay.keys()].filter((webhookId) => free(webhookId) <= 0);
  const rows = await sql
    .selectFrom('webhooks')
    .innerJoin('webhook_deliveries as due', 'due.webhook_id', 'webhooks.id')
    .select(['due.id', 'due.webhook_id as webhookId', 'webhooks.url'])
    .where('webhooks.disabled_reason', 'is', null)
    .$if(full.length > 0, (query) => query.where('webhooks.id', 'not in', full))
    .where('due.id', 'in', (oldest) =>
      oldest
        .selectFrom('webhook_deliveries')
        .select('webhook_deliveries.id')
        .whereRef('webhook_deliveries.webhook_id', '=', 'webhooks.id')
        .where(indexedConditions.isPendingDelivery)
        .where('webhook_deliveries.next_attempt_at', '<=', now)
        .orderBy('webhook_deliveries.next_attempt_at')
        .orderBy('webhook_deliveries.id')
        .limit(perWebhook),
    )
    .orderBy('due.next_attempt_at')
    .orderBy('due.id')
    .execute();
  const places = new Map<string, number>();
  const placed = rows.map((row) => {
    const place = (places.get(row.webhookId) ?? 0) + 1;
    places.set(row.webhookId, place);
    return { ...row, place };
  });
  const room = total - [...underWay.values()].reduce((sum, count) => sum + count, 0);
  return placed
    .filter(({ webhookId, place }) => place <= free(webhookId))
    .sort((one, other) => one.place - other.place)
    .slice(0, Math.max(0, room));
}
