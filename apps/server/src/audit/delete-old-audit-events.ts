import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * Deletes the events before a time that are linked, from the first one on without a gap: what is
 * left of the chain still verifies. Returns how many.
 */
export async function deleteOldAuditEvents(sql: Kysely<Tables>, before: Date): Promise<number> {
  const youngest = await sql
    .selectFrom('audit_events')
    .select('position')
    .where('position', 'is not', null)
    .where('at', '>=', before)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  let deletion = sql.deleteFrom('audit_events').where('position', 'is not', null).where('at', '<', before);
  if (youngest) deletion = deletion.where('position', '<', youngest.position);
  return Number((await deletion.executeTakeFirst()).numDeletedRows);
}
