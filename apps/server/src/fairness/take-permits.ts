import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** So many requests within so many seconds. */
export type Quota = { readonly requests: number; readonly windowSeconds: number };

export type Permits = {
  /** How many of those that were asked for may be used, until the window ends. */
  readonly granted: number;
  /** What others may still take within the window. */
  readonly remaining: number;
  /** Until the window ends and the quota is whole again, by the clock of the database. */
  readonly leftMs: number;
};

/** Takes permits of a subject's quota, which every process of the service takes from. */
export type TakePermits = (subject: string, quota: Quota, count: number) => Promise<Permits>;

/**
 * Makes what takes permits on a PostgreSQL server: one statement, whoever takes at the same time. A
 * window starts with the first one that is taken. Its clock is the server's, so that it does not
 * matter how those of the processes differ.
 *
 * @param database its commits need not wait for the disk
 */
export function createPermits(database: Kysely<Tables>): TakePermits {
  return async (subject, { requests, windowSeconds }, count) => {
    const end = sql`clock_timestamp() + make_interval(secs => ${windowSeconds})`;
    const isOver = sql`rate_windows.ends_at <= clock_timestamp()`;
    const { rows } = await sql<{ used: number; leftMs: number }>`
      insert into rate_windows (subject, ends_at, used) values (${subject}, ${end}, ${count})
      on conflict (subject) do update set
        ends_at = case when ${isOver} then ${end} else rate_windows.ends_at end,
        used = case when ${isOver} then ${count} else rate_windows.used + ${count} end
      returning used, (extract(epoch from ends_at - clock_timestamp()) * 1000)::float8 as "leftMs"`.execute(database);
    const { used, leftMs } = rows[0] as { used: number; leftMs: number };
    const free = requests - (used - count);
    return { granted: Math.max(0, Math.min(count, free)), remaining: Math.max(0, requests - used), leftMs };
  };
}

/** Forgets the windows that have ended, of subjects that did not come back. */
export async function deleteOldWindows(database: Kysely<Tables>): Promise<void> {
  await sql`delete from rate_windows where ends_at < clock_timestamp()`.execute(database);
}
