import type { Kysely } from 'kysely';

/** Whether a scan asked for what is printed for people: 1, or null. */
export async function addVisualZone(database: Kysely<never>): Promise<void> {
  await database.schema.alterTable('scans').addColumn('visual', 'integer').execute();
}
