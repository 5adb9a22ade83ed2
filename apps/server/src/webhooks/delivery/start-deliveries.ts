import type { Kysely } from 'kysely';
import type { Database } from '../../database/database.ts';
import { indexedConditions } from '../../database/indexed-conditions.ts';
import type { Tables } from '../../database/tables.ts';
import { settlesWithin } from '../../jobs/settles-within.ts';
import { deliveriesChannel, withdrawalsChannel } from '../channels.ts';
import { type Claim, claimDeliveries } from './claim-deliveries.ts';
import { findWithdrawn, releaseClaims } from './claims.ts';
import { type AttemptDeps, makeAttempt } from './make-attempt.ts';
import { runOneAtATime } from './run-one-at-a-time.ts';

export type DeliveryDeps = AttemptDeps & {
  readonly database: Pick<Database, 'sql' | 'listen' | 'exclusive'>;
  /** Longest time that sending takes, milliseconds. */
  readonly timeoutMs: number;
};

export type Deliveries = {
  /**
   * Begins nothing new, waits for attempts under way, and after `timeoutMs` breaks them off; those
   * are made again after the next start. Resolves a second later at most, even if one of them does
   * not end.
   */
  readonly close: (timeoutMs: number) => Promise<void>;
};

type RunningAttempt = Claim & { readonly abort: AbortController; readonly ended: Promise<void> };

/** Places: attempts under way at the same time to all webhooks. */
const total = 256;
/**
 * Places of one owner, however many webhooks it has: a quarter, so that nobody can take all of
 * them.
 */
const perOwner = total / 4;
/** Places of one webhook, so that a slow receiver holds up nobody but itself. */
const perWebhook = 4;
/** After its time limit an attempt has this long to be written down before it counts as lost. */
const graceMs = 30_000;
/** Without any news the table is looked at this often. */
const maxSleepMs = 60_000;
/** After the database failed. */
const faultSleepMs = 5000;
/** How long a stop waits for attempts that it has broken off. */
const abortedMs = 1000;

/**
 * Delivers what is due, now and whenever something becomes due, until it is closed. The table alone
 * knows what is to be done.
 */
export async function startDeliveries(deps: DeliveryDeps): Promise<Deliveries> {
  const { sql, exclusive, listen } = deps.database;
  if (exclusive) await releaseClaims(sql, deps.now());
  const running = new Set<RunningAttempt>();
  const stopping = new AbortController();
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const logFault = (error: unknown) => deps.logger.error({ err: error }, 'webhook deliveries');
  const deliver = runOneAtATime(async () => {
    clearTimeout(timer);
    if (isClosed) return;
    const sleepMs = await beginDue(deps, running, stopping.signal, deliver).catch((error: unknown) => {
      logFault(error);
      return faultSleepMs;
    });
    if (!isClosed) timer = setTimeout(() => Promise.all([withdraw(), deliver()]), sleepMs);
  });
  const withdraw = runOneAtATime(async () => {
    const withdrawn = await findWithdrawn(sql, [...running]).catch(logFault);
    for (const { abort } of withdrawn ?? []) abort.abort(new Error('The delivery was withdrawn.'));
  });
  const unlisten = await Promise.all([listen(deliveriesChannel, deliver), listen(withdrawalsChannel, withdraw)]);
  void deliver();
  const end = async () => {
    await Promise.all(unlisten.map((stop) => stop()));
    await deliver();
    await Promise.all([...running].map(({ ended }) => ended));
  };
  return {
    close: async (timeoutMs) => {
      isClosed = true;
      clearTimeout(timer);
      const ended = end();
      if (await settlesWithin(ended, timeoutMs)) return;
      stopping.abort(new Error('The service stops.'));
      if (!(await settlesWithin(ended, abortedMs))) deps.logger.warn({ attempts: running.size }, 'webhook deliveries did not end');
    },
  };
}

/**
 * Begins every attempt that is due and has a place. Returns how long nothing will be due,
 * milliseconds.
 */
async function beginDue(
  deps: DeliveryDeps,
  running: Set<RunningAttempt>,
  stop: AbortSignal,
  onPlaceFree: () => Promise<void>,
): Promise<number> {
  const { sql } = deps.database;
  const now = deps.now();
  const limits = { underWay: [...running], perWebhook, perOwner, total, leaseMs: deps.timeoutMs + graceMs };
  for (const claim of await claimDeliveries(sql, limits, now)) {
    const abort = new AbortController();
    const ended = makeAttempt(deps, claim, AbortSignal.any([stop, abort.signal])).finally(() => {
      running.delete(attempt);
      void onPlaceFree();
    });
    const attempt = { ...claim, abort, ended };
    running.add(attempt);
  }
  const next = await findNext(sql, now);
  return next ? Math.min(Math.max(next.getTime() - deps.now().getTime(), 1), maxSleepMs) : maxSleepMs;
}

/**
 * When the next one becomes due. What is due already waits for a place, and a look follows every
 * place that gets free.
 */
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
