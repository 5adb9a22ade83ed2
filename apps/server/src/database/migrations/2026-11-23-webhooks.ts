import { type Kysely, sql } from 'kysely';

/** Webhooks, their secrets, and the events on their way to them. What belongs to a scan goes with it. */
export async function up(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('webhooks')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('owner_id', 'uuid', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('events', 'jsonb', (column) => column.notNull())
    .addColumn('disabled_reason', 'text', (column) => column.check(sql`disabled_reason in ('owner', 'gone')`))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('webhooks_owner_id').on('webhooks').column('owner_id').execute();
  await database.schema
    .createTable('webhook_secrets')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('webhook_id', 'uuid', (column) => column.notNull().references('webhooks.id').onDelete('cascade'))
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz')
    .execute();
  await database.schema.createIndex('webhook_secrets_webhook_id').on('webhook_secrets').column('webhook_id').execute();
  await createDeliveries(database);
}

async function createDeliveries(database: Kysely<never>): Promise<void> {
  await database.schema
    .createTable('webhook_deliveries')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('webhook_id', 'uuid', (column) => column.notNull().references('webhooks.id').onDelete('cascade'))
    .addColumn('scan_id', 'bigint', (column) => column.references('scans.id').onDelete('cascade'))
    .addColumn('batch_id', 'bigint')
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('pending', 'delivered', 'dead')`))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('retry_since', 'timestamptz', (column) => column.notNull())
    .addColumn('next_attempt_at', 'timestamptz')
    .addColumn('claim', 'uuid')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_attempt_at', 'timestamptz')
    .addColumn('last_duration_ms', 'integer')
    .addColumn('last_http_status', 'integer')
    .addColumn('last_failure', 'text')
    .addColumn('finished_at', 'timestamptz')
    .execute();
  const deliveries = sql.table('webhook_deliveries');
  await sql`create index webhook_deliveries_due on ${deliveries} (webhook_id, next_attempt_at, id) where status = 'pending'`.execute(
    database,
  );
  await sql`create index webhook_deliveries_next on ${deliveries} (next_attempt_at) where status = 'pending'`.execute(database);
  await sql`create index webhook_deliveries_list on ${deliveries} (webhook_id, id)`.execute(database);
  await sql`create index webhook_deliveries_scan on ${deliveries} (scan_id)`.execute(database);
  await sql`create index webhook_deliveries_batch on ${deliveries} (batch_id) where batch_id is not null`.execute(database);
}
