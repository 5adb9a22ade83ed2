import type { Kysely } from 'kysely';

/** Whether a scan asked for barcodes: 1, or null. */
export async function addBarcodes(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable('scans').addColumn('barcodes', 'integer').execute();
}
