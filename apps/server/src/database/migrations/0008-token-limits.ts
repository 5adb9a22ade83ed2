import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/**
 * What tokens may do, how long and how often, and how long what they send is kept; and an index
 * that finds an owner's webhook. Tokens of before may do what they could: send, read and delete
 * scans. Processes of the former version leave the new columns empty.
 */
export async function addTokenLimits(database: Kysely<never>, { uuid, time }: ColumnTypes): Promise<void> {
  const columns = [
    ['prefix', 'text'],
    ['rate_limit', 'integer'],
    ['scans_per_day', 'integer'],
    ['retain_minutes', 'integer'],
    ['retain_picture_minutes', 'integer'],
    ['last_used_at', time],
    ['expires_at', time],
  ] as const;
  for (const [name, type] of columns) await database.schema.alterTable('tokens').addColumn(name, type).execute();
  await sql`update tokens set scopes = trim(scopes || ' delete read scan')`.execute(database);
  await database.schema
    .createTable('scan_quotas')
    .addColumn('owner_id', uuid, (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .execute();
  // As scans and batches have one: see own-row.ts.
  await database.schema.dropIndex('webhooks_owner_id').execute();
  await database.schema.createIndex('webhooks_of_owner').on('webhooks').columns(['owner_id', 'id']).execute();
}
