import { type Kysely, sql } from 'kysely';

/** What v2 knows of a scan beyond v1, and the keys under which clients may send a create again. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .alterTable('scans')
    .addColumn('reference', 'text')
    .addColumn('batch_id', 'bigint')
    // 0: stored before sizes were.
    .addColumn('picture_bytes', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('reading', 'json')
    .execute();
  await database.schema.createIndex('scans_of_owner').on('scans').columns(['owner_id', 'id']).execute();
  await sql`create index scans_by_reference on scans (owner_id, reference, id) where reference is not null`.execute(database);
  await sql`create index scans_of_batch on scans (batch_id, id) where batch_id is not null`.execute(database);
  await database.schema
    .createTable('idempotency_keys')
    .addColumn('owner_id', 'uuid', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('scan_id', 'bigint', (column) => column.notNull().references('scans.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('idempotency_keys_pkey', ['owner_id', 'key'])
    .execute();
  await database.schema.createIndex('idempotency_keys_scan_id').on('idempotency_keys').column('scan_id').execute();
}
