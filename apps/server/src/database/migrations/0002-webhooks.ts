import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * Webhooks, their secrets, and the events on their way to them. What belongs to a scan goes with
 * it.
 */
export async function createWebhooks(database: Kysely<never>, types: ColumnTypes): Promise<void> {
  const { uuid, time, json, id } = types;
  await database.schema
    .createTable('webhooks')
    .addColumn('id', uuid, (column) => column.primaryKey())
    .addColumn('owner_id', uuid, (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('description', 'text')
    .addColumn('events', json, (column) => column.notNull())
    .addColumn('disabled_reason', 'text', (column) => column.check(sql`disabled_reason in ('owner', 'gone')`))
    .addColumn('created_at', time, (column) => column.notNull())
    .addColumn('updated_at', time, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('webhooks_owner_id').on('webhooks').column('owner_id').execute();
  await database.schema
    .createTable('webhook_secrets')
    .addColumn('id', id.type, id.define)
    .addColumn('webhook_id', uuid, (column) => column.notNull().references('webhooks.id').onDelete('cascade'))
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('expires_at', time)
    .execute();
  await database.schema.createIndex('webhook_secrets_webhook_id').on('webhook_secrets').column('webhook_id').execute();
  await createDeliveries(database, types);
}

async function createDeliveries(database: Kysely<never>, { uuid, time, reference, id }: ColumnTypes): Promise<void> {
  await database.schema
    .createTable('webhook_deliveries')
    .addColumn('id', id.type, id.define)
    .addColumn('webhook_id', uuid, (column) => column.notNull().references('webhooks.id').onDelete('cascade'))
    .addColumn('scan_id', reference, (column) => column.references('scans.id').onDelete('cascade'))
    .addColumn('batch_id', reference)
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('pending', 'delivered', 'dead')`))
    .addColumn('created_at', time, (column) => column.notNull())
    .addColumn('retry_since', time, (column) => column.notNull())
    .addColumn('next_attempt_at', time)
    .addColumn('claim', uuid)
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('last_attempt_at', time)
    .addColumn('last_duration_ms', 'integer')
    .addColumn('last_http_status', 'integer')
    .addColumn('last_failure', 'text')
    .addColumn('finished_at', time)
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
