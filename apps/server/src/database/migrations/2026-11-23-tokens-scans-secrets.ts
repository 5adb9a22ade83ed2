import { type Kysely, sql } from 'kysely';

/** Tokens, scans and the secrets that the service makes for itself. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('tokens')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('owner_id', 'uuid', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('revoked_at', 'timestamptz')
    .execute();
  await database.schema
    .createTable('scans')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('owner_id', 'uuid', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('NEW', 'PRO', 'COM', 'ERR')`))
    .addColumn('picture_key', 'text', (column) => column.notNull().unique())
    .addColumn('picture_media_type', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('error_code', 'text')
    .addColumn('result', 'jsonb')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('scans_expires_at').on('scans').column('expires_at').execute();
  await sql`create index scans_unfinished on scans (id) where status in ('NEW', 'PRO')`.execute(database);
  await database.schema
    .createTable('secrets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
