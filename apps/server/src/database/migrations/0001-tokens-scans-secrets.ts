import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * Tokens, scans, the keys under which clients may send a create again, and the secrets that the
 * service makes for itself.
 */
export async function createTokensScansSecrets(database: Kysely<never>, types: ColumnTypes): Promise<void> {
  const { uuid, time } = types;
  await database.schema
    .createTable('tokens')
    .addColumn('id', uuid, (column) => column.primaryKey())
    .addColumn('owner_id', uuid, (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', time, (column) => column.notNull())
    .addColumn('revoked_at', time)
    .execute();
  await database.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await createScans(database, types);
}

async function createScans(database: Kysely<never>, { uuid, time, reference, id }: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('scans')
    .addColumn('id', id.type, id.define)
    .addColumn('owner_id', uuid, (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('queued', 'processing', 'completed', 'failed')`))
    .addColumn('picture_key', 'text', (column) => column.notNull().unique())
    .addColumn('picture_media_type', 'text', (column) => column.notNull())
    .addColumn('picture_bytes', 'integer', (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('batch_id', reference)
    .addColumn('idempotency_key', 'text')
    .addColumn('fingerprint', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('error_code', 'text')
    .addColumn('reading', 'text')
    .addColumn('created_at', time, (column) => column.notNull())
    .addColumn('finished_at', time)
    .addColumn('expires_at', time, (column) => column.notNull())
    .execute();
  const scans = sql.table('scans');
  await sql`create index scans_expires_at on ${scans} (expires_at)`.execute(database);
  await sql`create index scans_unfinished on ${scans} (batch_id, owner_id, status) where status in ('queued', 'processing')`.execute(
    database,
  );
  await sql`create index scans_of_owner on ${scans} (owner_id, id)`.execute(database);
  await sql`create index scans_by_reference on ${scans} (owner_id, reference, id) where reference is not null`.execute(database);
  await sql`create unique index scans_by_key on ${scans} (owner_id, idempotency_key) where idempotency_key is not null`.execute(database);
  await sql`create index scans_of_batch on ${scans} (batch_id, id) where batch_id is not null`.execute(database);
}
