import type { ColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;

/** How often something happened in a minute or an hour: no identity value, and no scan. */
type ActivityCountTable = {
  resolution: SetOnce<'minute' | 'hour'>;
  period_start: SetOnce<Date>;
  /** One of a closed list: see `statistics/name-activity.ts`. */
  name: SetOnce<string>;
  count: number;
};

export type ActivityTables = { activity_counts: ActivityCountTable };
