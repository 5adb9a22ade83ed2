import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';
import { type Claim, claimDeliveries } from './claim-deliveries.ts';
import { deliveriesChannel } from './deliveries-channel.ts';
import { readSecrets } from './read-secrets.ts';
import { recordAttempt } from './record-attempt.ts';
import { releaseClaims } from './release-claims.ts';
import type { RetrySchedule } from './retry-schedule.ts';
import { runOneAtATime } from './run-one-at-a-time.ts';
import { type SendParts, sendMessage } from './send-message.ts';
import { signMessage } from './sign-message.ts';

export type DeliveryParts = SendParts & {
  readonly database: Pick<Database, 'sql' | 'listen' | 'exclusive'>;
  /** What secrets are sealed with. */
  readonly key: Uint8Array;
  readonly schedule: RetrySchedule;
  readonly userAgent: string;
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
  readonly logger: Logger;
};

export type Deliveries = {
  /** Begins nothing new, waits for attempts under way, and after `timeoutMs` breaks them off; those are made again after the next start. */
  readonly close: (timeoutMs: number) => Promise<void>;
};

/** Attempts under way at the same time to one webhook, so that a slow receiver holds up nobody but itself. */
const perWebhook = 4;
/** Attempts under way at the same time to all of them. */
const total = 256;
/** After its time limit an attempt has this long to be written down before it counts as lost. */
const graceMs = 30_000;
/** Without any news the table is looked at this often. */
const longestSleepMs = 60_000;
/** After the database failed. */
const faultSleepMs = 5000;

/** Delivers what is due, now and whenever something becomes due, until it is closed. The table alone knows what is to be done. */
export async function startDeliveries(parts: DeliveryParts): Promise<Deliveries> {
  const { sql, exclusive, listen } = parts.database;
  if (exclusive) await releaseClaims(sql, parts.now());
  const stopping = new AbortController();
  const underWay = new Map<Promise<void>, string>();
  let timer: NodeJS.Timeout | undefined;
  const look = runOneAtATime(async () => {
    clearTimeout(timer);
    if (isClosed) return;
    const sleepMs = await beginDue(parts, underWay, stopping.signal, look).catch((error: unknown) => {
      parts.logger.error({ err: error }, 'webhook deliveries');
      return faultSleepMs;
    });
    timer = setTimeout(look, sleepMs);
  });
  let isClosed = false;
  const unlisten = await listen(deliveriesChannel, look);
  look();
  return {
    close: async (timeoutMs) => {
      isClosed = true;
      await unlisten();
      await look();
      clearTimeout(timer);
      const breakOff = setTimeout(() => stopping.abort(new Error('The service stops.')), timeoutMs);
      await Promise.all(underWay.keys());
      clearTimeout(breakOff);
    },
  };
}

/** Begins every attempt that is due and has a place. Returns how long nothing will be due. */
async function beginDue(
  parts: DeliveryParts,
  underWay: Map<Promise<void>, string>,
  signal: AbortSignal,
  look: () => Promise<void>,
): Promise<number> {
  const { sql } = parts.database;
  const counts = new Map<string, number>();
  for (const webhookId of underWay.values()) counts.set(webhookId, (counts.get(webhookId) ?? 0) + 1);
  const now = parts.now();
  const leaseMs = parts.timeoutMs + graceMs;
  for (const claim of await claimDeliveries(sql, { underWay: counts, perWebhook, total, leaseMs }, now)) {
    const attempt = deliver(parts, claim, signal).finally(() => {
      underWay.delete(attempt);
      void look();
    });
    underWay.set(attempt, claim.webhookId);
  }
  const next = await findNext(sql, now);
  return next ? Math.min(Math.max(next.getTime() - parts.now().getTime(), 1), longestSleepMs) : longestSleepMs;
}

/** When the next one becomes due. What is due already waits for a place, and a look follows every place that gets free. */
async function findNext(sql: Kysely<Tables>, now: Date): Promise<Date | null> {
  const row = await sql
    .selectFrom('webhook_deliveries')
    .select('next_attempt_at')
    .where(indexedConditions.isPendingDelivery)
    .where('next_attempt_at', '>', now)
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_attempt_at ?? null;
}

/** Makes one attempt and writes down its outcome. Never rejects: what was not written down is due again after its lease. */
async function deliver(parts: DeliveryParts, claim: Claim, signal: AbortSignal): Promise<void> {
  const { database, key, schedule, logger, now, userAgent } = parts;
  const about = { webhook: claim.webhookId, delivery: claim.deliveryId, attempt: claim.attempts + 1 };
  try {
    const startedAt = now();
    const secrets = await readSecrets(database.sql, key, claim.webhookId, startedAt);
    const signed = signMessage({ id: claim.messageId, body: claim.payload }, secrets, startedAt);
    const headers = { 'content-type': 'application/json', 'user-agent': userAgent, ...signed };
    const outcome = await sendMessage(parts, claim.url, headers, claim.payload, signal);
    const recorded = await recordAttempt(database.sql, schedule, claim, { ...outcome, startedAt, endedAt: now() }, parts.random());
    // The address is not logged: it can carry what opens the receiver.
    logger.info({ ...about, ...outcome, ...recorded }, 'webhook delivery');
  } catch (error) {
    if (signal.aborted) await releaseClaims(database.sql, now(), claim).catch(() => undefined);
    else logger.error({ err: error, ...about }, 'webhook delivery');
  }
}
