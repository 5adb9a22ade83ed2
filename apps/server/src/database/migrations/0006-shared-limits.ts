import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * What tokens and addresses have used of their quotas, where several processes count together.
 * Unlogged: it is written often, read for a minute, and a crash of the server may forget it. SQLite
 * has one process, which counts in memory.
 */
export async function createSharedLimits(database: Kysely<never>, { engine }: ColumnTypes): Promise<void> {
  if (engine === 'sqlite') return;
  await sql`
    create unlogged table rate_windows (
      subject text primary key,
      ends_at timestamptz not null,
      used integer not null
    ) with (fillfactor = 50)`.execute(database);
}
