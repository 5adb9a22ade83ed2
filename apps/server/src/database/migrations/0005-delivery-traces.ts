import type { Kysely } from 'kysely';

/** In which span an event happened. Processes of the former version leave it empty. */
export async function addDeliveryTraces(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable('webhook_deliveries').addColumn('traceparent', 'text').execute();
}
