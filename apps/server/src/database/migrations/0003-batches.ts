import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * Batches and what was sent in each, in its order: files that became scans, and files that were
 * refused.
 */
export async function createBatches(database: Kysely<never>, { uuid, time, reference, id }: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('batches')
    .addColumn('id', id.type, id.define)
    .addColumn('owner_id', uuid, (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('idempotency_key', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('pending_scans', 'integer', (column) => column.notNull().check(sql`pending_scans >= 0`))
    .addColumn('created_at', time, (column) => column.notNull())
    .addColumn('finished_at', time)
    .addColumn('expires_at', time, (column) => column.notNull())
    .execute();
  await sql`create unique index batches_by_key on batches (owner_id, idempotency_key) where idempotency_key is not null`.execute(database);
  await database.schema.createIndex('batches_of_owner').on('batches').columns(['owner_id', 'id']).execute();
  await database.schema.createIndex('batches_expires_at').on('batches').column('expires_at').execute();
  await database.schema
    .createTable('batch_items')
    .addColumn('batch_id', reference, (column) => column.notNull().references('batches.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('file_name', 'text')
    .addColumn('scan_id', reference, (column) => column.unique().references('scans.id').onDelete('cascade'))
    .addColumn('error_code', 'text')
    .addColumn('error_message', 'text')
    .addPrimaryKeyConstraint('batch_items_pkey', ['batch_id', 'position'])
    .addCheckConstraint('batch_items_scan_or_error', sql`(scan_id is null) = (error_code is not null)`)
    .execute();
}
