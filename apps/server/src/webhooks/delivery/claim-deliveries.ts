import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { indexedConditions } from '../../database/indexed-conditions.ts';
import type { Tables } from '../../database/tables.ts';
import { takeTurns } from './take-turns.ts';

/** A delivery in the hands of one worker, with everything that an attempt needs. */
export type Claim = {
  readonly claim: string;
  readonly deliveryId: number;
  readonly webhookId: string;
  readonly ownerId: string;
  readonly url: string;
  readonly messageId: string;
  /** What the payload is sealed with, wrapped; null where it is not. */
  readonly dataKey: string | null;
  readonly payload: string;
  /** The span in which the event happened, where that is traced. */
  readonly traceparent: string | null;
  readonly retrySince: Date;
  /** Attempts before this one. */
  readonly attempts: number;
};

export type ClaimLimits = {
  /** The attempts under way: each holds a place. */
  readonly underWay: readonly Pick<Claim, 'webhookId' | 'ownerId'>[];
  /** Most attempts at the same time: to one webhook, to all webhooks of one owner, to all. */
  readonly perWebhook: number;
  readonly perOwner: number;
  readonly total: number;
  /** After this time an attempt counts as lost, milliseconds. */
  readonly leaseMs: number;
};

type DueWebhook = Pick<Claim, 'webhookId' | 'ownerId' | 'url'>;
type DueDelivery = DueWebhook & Pick<Claim, 'deliveryId'>;

const ownerOf = ({ ownerId }: Pick<Claim, 'ownerId'>) => ownerId;
const webhookOf = ({ webhookId }: Pick<Claim, 'webhookId'>) => webhookId;

/**
 * Takes deliveries that are due, oldest first at each webhook. Owners take turns, and so do the
 * webhooks of each: whatever waits for a slow receiver takes no place from the others.
 */
export async function claimDeliveries(sql: Kysely<Tables>, limits: ClaimLimits, now: Date): Promise<Claim[]> {
  const due = await findDue(sql, limits, now);
  if (due.length === 0) return [];
  const claim = randomUUID();
  const rows = await sql
    .updateTable('webhook_deliveries')
    .set({ claim, next_attempt_at: new Date(now.getTime() + limits.leaseMs) })
    .where(
      'id',
      'in',
      due.map(({ deliveryId }) => deliveryId),
    )
    .where('status', '=', 'pending')
    // Another process may have been faster.
    .where('next_attempt_at', '<=', now)
    .returning(['id', 'message_id as messageId', 'data_key as dataKey', 'payload', 'traceparent', 'retry_since as retrySince', 'attempts'])
    .execute();
  const claimed = new Map(rows.map(({ id, ...row }) => [id, row]));
  return due.flatMap((delivery) => {
    const row = claimed.get(delivery.deliveryId);
    return row ? [{ ...delivery, ...row, claim }] : [];
  });
}

async function findDue(sql: Kysely<Tables>, limits: ClaimLimits, now: Date): Promise<DueDelivery[]> {
  const { underWay, perWebhook, perOwner, total } = limits;
  const heldByWebhook = count(underWay.map(webhookOf));
  const heldByOwner = count(underWay.map(ownerOf));
  const room = Math.max(0, total - underWay.length);
  const free = (await findDueWebhooks(sql, now)).filter((webhook) => (heldByWebhook.get(webhook.webhookId) ?? 0) < perWebhook);
  // Each has at least one due, so that no more webhooks than places need a closer look.
  const webhooks = takeTurns(free, ownerOf, heldByOwner, perOwner).slice(0, room);
  const oldest = await findOldest(sql, webhooks, perWebhook, now);
  const byWebhook = takeTurns(oldest, webhookOf, heldByWebhook, perWebhook);
  return takeTurns(byWebhook, ownerOf, heldByOwner, perOwner).slice(0, room);
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The webhooks for which something is due, the one that has waited longest first. */
function findDueWebhooks(sql: Kysely<Tables>, now: Date): Promise<DueWebhook[]> {
  return sql
    .selectFrom((from) =>
      from
        .selectFrom('webhooks')
        .select(['id as webhookId', 'owner_id as ownerId', 'url'])
        .select((select) =>
          select
            .selectFrom('webhook_deliveries')
            .select('next_attempt_at')
            .whereRef('webhook_id', '=', 'webhooks.id')
            .where(indexedConditions.isPendingDelivery)
            .where('next_attempt_at', '<=', now)
            .orderBy('next_attempt_at')
            .limit(1)
            .as('due_since'),
        )
        .where('disabled_reason', 'is', null)
        .as('due'),
    )
    .select(['webhookId', 'ownerId', 'url'])
    .where('due_since', 'is not', null)
    .orderBy('due_since')
    .execute();
}

/**
 * The oldest due deliveries of each webhook. One look at the index for each, since there may be
 * thousands that wait.
 */
async function findOldest(sql: Kysely<Tables>, webhooks: readonly DueWebhook[], limit: number, now: Date): Promise<DueDelivery[]> {
  const [first, ...others] = webhooks.map(({ webhookId }) => {
    const oldest = sql
      .selectFrom('webhook_deliveries')
      .select(['id', 'webhook_id'])
      .where('webhook_id', '=', webhookId)
      .where(indexedConditions.isPendingDelivery)
      .where('next_attempt_at', '<=', now)
      .orderBy('next_attempt_at')
      .orderBy('id')
      .limit(limit);
    // SQLite takes an order and a limit within a union only where they stand in a query of their
    // own.
    return sql.selectFrom(oldest.as('oldest')).selectAll();
  });
  if (!first) return [];
  const rows = await others.reduce((union, oldest) => union.unionAll(oldest), first).execute();
  const byId = new Map(webhooks.map((webhook) => [webhook.webhookId, webhook]));
  return rows.map(({ id, webhook_id }) => ({ ...byId.get(webhook_id)!, deliveryId: id }));
}
