import type { Kysely } from 'kysely';
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
}
