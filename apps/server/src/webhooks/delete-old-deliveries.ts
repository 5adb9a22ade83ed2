import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Deletes finished deliveries that belong to no scan, which would delete them, and secrets whose time is over. Returns how many deliveries. */
export async function deleteOldDeliveries(sql: Kysely<Tables>, retentionMs: number, now: Date): Promise<number> {
  const { numDeletedRows } = await sql
    .deleteFrom('webhook_deliveries')
    .where('scan_id', 'is', null)
    .where('status', '!=', 'pending')
    .where('finished_at', '<=', new Date(now.getTime() - retentionMs))
    .executeTakeFirst();
  await sql.deleteFrom('webhook_secrets').where('expires_at', '<=', now).execute();
  return Number(numDeletedRows);
}
