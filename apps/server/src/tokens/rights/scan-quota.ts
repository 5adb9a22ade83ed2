import { type Kysely, sql as rawSql } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { Caller } from './caller.ts';

/** What a request is about to make. */
export type CountedScans = {
  readonly caller: Pick<Caller, 'ownerId' | 'scansPerDay'>;
  readonly count: number;
  /** The client's own key, and what has it where the request is repeated. */
  readonly key: string | undefined;
  readonly of: 'scans' | 'batches';
  readonly now: Date;
};

const dayMs = 86_400_000;

/**
 * Does `work`, which makes `count` scans, where a token's quota of the day has room for all of
 * them, and counts them. Rotated tokens have one owner and count together; the day is that of UTC.
 * The count is in the database, so it holds over all processes and a restart. What makes nothing in
 * the end is not counted; only a process that is killed meanwhile leaves it counted.
 *
 * @param isMade tells whether the result is new; a repeated request makes nothing
 * @throws ServiceError `quota.used_up` when there is no room, and what `work` throws
 */
export async function withinScanQuota<Result>(
  sql: Kysely<Tables>,
  counted: CountedScans,
  work: () => Promise<Result>,
  isMade: (result: Result) => boolean,
): Promise<Result> {
  const { caller, count, now } = counted;
  const { ownerId, scansPerDay } = caller;
  if (scansPerDay === null || count === 0) return await work();
  const day = now.toISOString().slice(0, 10);
  if (!(await take(sql, { ownerId, day, count, limit: scansPerDay }))) {
    // What was acknowledged before can still be asked for.
    if (await isRepeated(sql, counted)) return await work();
    refuse(scansPerDay, now);
  }
  let made = false;
  try {
    const result = await work();
    made = isMade(result);
    return result;
  } finally {
    if (!made) await giveBack(sql, { ownerId, day, count });
  }
}

/**
 * One statement, whoever counts at the same time. Returns false, and counts nothing, without room.
 */
async function take(
  sql: Kysely<Tables>,
  { ownerId, day, count, limit }: { ownerId: string; day: string; count: number; limit: number },
): Promise<boolean> {
  if (count > limit) return false;
  const { rows } = await rawSql<{ used: number }>`
    insert into scan_quotas (owner_id, day, used) values (${ownerId}, ${day}, ${count})
    on conflict (owner_id) do update set
      used = excluded.used + case when scan_quotas.day < excluded.day then 0 else scan_quotas.used end,
      day = excluded.day
    where scan_quotas.day < excluded.day or scan_quotas.used + excluded.used <= ${limit}
    returning used`.execute(sql);
  return rows.length > 0;
}

async function isRepeated(sql: Kysely<Tables>, { caller, key, of, now }: CountedScans): Promise<boolean> {
  if (key === undefined) return false;
  const found = await sql
    .selectFrom(of)
    .select('id')
    .where('owner_id', '=', caller.ownerId)
    .where('idempotency_key', '=', key)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

async function giveBack(sql: Kysely<Tables>, { ownerId, day, count }: { ownerId: string; day: string; count: number }): Promise<void> {
  await sql
    .updateTable('scan_quotas')
    .set((row) => ({ used: row('used', '-', count) }))
    .where('owner_id', '=', ownerId)
    .where('day', '=', day)
    .execute();
}

function refuse(limit: number, now: Date): never {
  const retryAfterSeconds = Math.ceil((dayMs - (now.getTime() % dayMs)) / 1000);
  const message = `The token may send ${limit} files a day (UTC), and has not so many left. Expected available in ${retryAfterSeconds} seconds.`;
  throw new ServiceError('quota.used_up', message, { retryAfterSeconds });
}
