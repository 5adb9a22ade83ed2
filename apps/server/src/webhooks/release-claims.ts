import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Frees what a dead process left claimed. Only where no other process works on the database. Returns how many. */
export async function releaseClaims(sql: Kysely<Tables>, now: Date): Promise<number> {
  const { numUpdatedRows } = await sql
    .updateTable('webhook_deliveries')
    .set({ claim: null, next_attempt_at: now })
    .where('status', '=', 'pending')
    .where('claim', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
