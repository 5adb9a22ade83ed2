import type { Kysely } from 'kysely';

/** Whether a scan asked where the holder is pictured: 1, or null. */
export async function addPortrait(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable('scans').addColumn('portrait', 'integer').execute();
}
