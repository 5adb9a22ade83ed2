import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * How long counts are kept, milliseconds: those by minutes for a day, those by hours for a quarter.
 */
const kept = { minute: 26 * 3_600_000, hour: 92 * 86_400_000 } as const;

/** Deletes counts that are too old to be shown. Returns how many. */
export async function deleteOldActivity(sql: Kysely<Tables>, now: Date): Promise<number> {
  let deleted = 0;
  for (const [resolution, age] of Object.entries(kept) as [keyof typeof kept, number][]) {
    const { numDeletedRows } = await sql
      .deleteFrom('activity_counts')
      .where('resolution', '=', resolution)
      .where('period_start', '<', new Date(now.getTime() - age))
      .executeTakeFirst();
    deleted += Number(numDeletedRows);
  }
  return deleted;
}
