import type { Kysely } from 'kysely';
import { indexedConditions } from '../../database/indexed-conditions.ts';
import type { Tables } from '../../database/tables.ts';
import { mayTakePlace } from '../../fairness/may-take-place.ts';

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

/** The places that were taken when somebody counted them, and those that were given since. */
type KnownPlaces = { readonly taken: number; readonly countedAt: number; given: number };

/** How long a count is good enough while most places are free, milliseconds. */
const maxAgeMs = 250;

/**
 * Share of the places that may be taken by then. Within the time that a count is good for, all
 * other processes together do not take the rest.
 */
const maxShare = 1 / 4;

/** Of single scans, by the database that they wait in. */
const known = new WeakMap<Kysely<Tables>, KnownPlaces>();

/**
 * Tells whether one more scan of an owner may wait for a reader, by the rule that shares all places
 * among owners. Places of single scans are not counted each time while most of them are free.
 */
export async function hasRoomInQueue(sql: Kysely<Tables>, places: QueuePlaces, ownerId: string): Promise<boolean> {
  if (places.of === 'single scans' && takeKnownPlace(sql, places.limit)) return true;
  const countedAt = performance.now();
  const { own, taken } = await sql
    .selectFrom('scans')
    .select(({ fn }) => [fn.countAll<number>().as('taken'), fn.countAll<number>().filterWhere('owner_id', '=', ownerId).as('own')])
    .where(indexedConditions.isUnfinishedScan)
    .where('batch_id', places.of === 'batches' ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow();
  const hasRoom = mayTakePlace({ own, taken, limit: places.limit, isAlone: places.isAlone() });
  if (places.of === 'single scans') known.set(sql, { taken, countedAt, given: hasRoom ? 1 : 0 });
  return hasRoom;
}

/** Where so few places are taken every owner may take one. */
function takeKnownPlace(sql: Kysely<Tables>, limit: number): boolean {
  const last = known.get(sql);
  if (!last || performance.now() - last.countedAt > maxAgeMs) return false;
  if (last.taken + last.given >= maxShare * limit) return false;
  last.given += 1;
  return true;
}
