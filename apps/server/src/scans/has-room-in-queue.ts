import type { Kysely } from 'kysely';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';
import { mayTakePlace } from '../fairness/may-take-place.ts';

/**
 * Places in one of the two queues: of scans that come alone, or of those that come in batches and
 * stand behind them.
 */
export type QueuePlaces = {
  readonly of: 'single scans' | 'batches';
  readonly limit: number;
  /** Tells whether no more than one owner has a token. */
  readonly isAlone: () => boolean;
};

/**
 * Tells whether one more scan of an owner may wait for a reader, by the rule that shares all places
 * among owners.
 */
export async function hasRoomInQueue(sql: Kysely<Tables>, places: QueuePlaces, ownerId: string): Promise<boolean> {
  const { own, taken } = await sql
    .selectFrom('scans')
    .select(({ fn }) => [fn.countAll<number>().as('taken'), fn.countAll<number>().filterWhere('owner_id', '=', ownerId).as('own')])
    .where(indexedConditions.isUnfinishedScan)
    .where('batch_id', places.of === 'batches' ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow();
  return mayTakePlace({ own, taken, limit: places.limit, isAlone: places.isAlone() });
}
