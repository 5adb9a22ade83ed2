import type { StatisticsBody } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import { indexedConditions } from '../database/indexed-conditions.ts';
import type { Tables } from '../database/tables.ts';

/** Counts what waits for a reader and what is read, and tells how long the oldest has waited. */
export async function readQueue(sql: Kysely<Tables>, now: Date): Promise<StatisticsBody['queue']> {
  const unfinished = sql.selectFrom('scans').where(indexedConditions.isUnfinishedScan);
  const waiting = unfinished.where('status', '=', 'queued');
  const countOf = async (query: typeof unfinished) =>
    (await query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
  const oldest = await waiting.select('created_at').orderBy('id').limit(1).executeTakeFirst();
  return {
    single: await countOf(waiting.where('batch_id', 'is', null)),
    batch: await countOf(waiting.where('batch_id', 'is not', null)),
    processing: await countOf(unfinished.where('status', '=', 'processing')),
    oldest_seconds: oldest ? Math.max(0, (now.getTime() - oldest.created_at.getTime()) / 1000) : null,
  };
}
