import type { StatisticsBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';
import { readQueue } from '../statistics/read-queue.ts';

/** What waits in the database, for whichever process. */
export type Backlog = {
  readonly queue: StatisticsBody['queue'];
  readonly deliveries: {
    readonly pending: number;
    /** How late the attempt is that should have begun first; 0 where none is. */
    readonly overdueSeconds: number;
  };
};

/** Reads what waits. Every condition has a partial index, so what is done costs nothing. */
export async function readBacklog(sql: Kysely<Tables>, now: Date): Promise<Backlog> {
  const pending = sql.selectFrom('webhook_deliveries').where(indexedConditions.isPendingDelivery);
  const { count } = await pending.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const next = await pending
    .select('next_attempt_at')
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst();
  const dueAt = next?.next_attempt_at ?? now;
  return {
    queue: await readQueue(sql, now),
    deliveries: { pending: count, overdueSeconds: (now.getTime() - dueAt.getTime()) / 1000 },
  };
}
