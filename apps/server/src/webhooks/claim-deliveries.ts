import { randomUUID } from 'node:crypto';
import { type Kysely, sql as rawSql } from 'kysely';
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
  const claimed = await sql
    .updateTable('webhook_deliveries')
    .set({ claim, next_attempt_at: new Date(now.getTime() + limits.leaseMs) })
    .where('webhook_deliveries.id', 'in', due)
    .where('status', '=', 'pending')
    // Another process may have been faster.
    .where('next_attempt_at', '<=', now)
    .from('webhooks')
    .whereRef('webhooks.id', '=', 'webhook_deliveries.webhook_id')
    .returning([
      'webhook_deliveries.id as deliveryId',
      'webhook_id as webhookId',
      'url',
      'message_id as messageId',
      'payload',
      'retry_since as retrySince',
      'attempts',
    ])
    .execute();
  return claimed.map((row) => ({ ...row, claim })).sort((one, other) => due.indexOf(one.deliveryId) - due.indexOf(other.deliveryId));
}

async function findDue(sql: Kysely<Tables>, { underWay, perWebhook, total }: ClaimLimits, now: Date): Promise<number[]> {
  const free = (webhookId: string) => perWebhook - (underWay.get(webhookId) ?? 0);
  const full = [...underWay.keys()].filter((webhookId) => free(webhookId) <= 0);
  const { rows } = await rawSql<{ id: number; webhook_id: string; place: number }>`
    select due.id, due.webhook_id, due.place
    from webhooks cross join lateral (
      select id, webhook_id, row_number() over (order by next_attempt_at, id)::integer as place
      from webhook_deliveries
      where webhook_id = webhooks.id and status = 'pending' and next_attempt_at <= ${now}
      order by next_attempt_at, id
      limit ${perWebhook}
    ) as due
    where disabled_reason is null and not (webhooks.id = any (${full}::uuid[]))
    order by due.place, due.id`.execute(sql);
  const room = total - [...underWay.values()].reduce((sum, count) => sum + count, 0);
  return rows
    .filter(({ webhook_id, place }) => place <= free(webhook_id))
    .slice(0, Math.max(0, room))
    .map(({ id }) => id);
}
