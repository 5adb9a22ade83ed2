import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * What a token may do beyond its own scans, and counts of what the service did. Tokens of before
 * have no scope.
 */
export async function addScopesAndActivity(database: Kysely<never>, { time }: ColumnTypes): Promise<void> {
  await database.schema
    .alterTable('tokens')
    .addColumn('scopes', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await database.schema
    .createTable('activity_counts')
    .addColumn('resolution', 'text', (column) => column.notNull())
    .addColumn('period_start', time, (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('activity_counts_pkey', ['resolution', 'period_start', 'name'])
    .execute();
  // What operators see of the scans is read from indexes: the rows hold whole readings.
  await sql`create index scans_failed on scans (id) where status = 'failed'`.execute(database);
  await database.schema.dropIndex('scans_expires_at').execute();
  await sql`create index scans_expires_at on scans (expires_at, picture_bytes)`.execute(database);
}
