import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * The keys of rows, indexes of what they seal, and how long pictures are kept. Rows of before have
 * no key; processes of the former version leave all of it empty.
 */
export async function addDataProtection(database: Kysely<never>, { time }: ColumnTypes): Promise<void> {
  for (const table of ['scans', 'batches', 'webhook_deliveries'] as const)
    await database.schema.alterTable(table).addColumn('data_key', 'text').execute();
  await database.schema.alterTable('scans').addColumn('picture_data_key', 'text').execute();
  for (const table of ['scans', 'batches'] as const) await database.schema.alterTable(table).addColumn('reference_index', 'text').execute();
  await database.schema.alterTable('scans').addColumn('picture_retention_s', 'integer').execute();
  for (const column of ['picture_expires_at', 'picture_deleted_at'] as const)
    await database.schema.alterTable('scans').addColumn(column, time).execute();
  await sql`create index scans_by_reference_index on scans (owner_id, reference_index, id) where reference_index is not null`.execute(
    database,
  );
  await sql`create index batches_by_reference_index on batches (owner_id, reference_index) where reference_index is not null`.execute(
    database,
  );
  await sql`create index scans_picture_expires_at on scans (picture_expires_at) where picture_deleted_at is null`.execute(database);
}
