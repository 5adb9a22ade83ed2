import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Closes a token for good. Returns false when there is no such token that is still open. Its scans stay until they expire. */
export async function revokeToken(sql: Kysely<Tables>, id: string): Promise<boolean> {
  const result = await sql
    .updateTable('tokens')
    .set({ revoked_at: new Date() })
    .where((where) => where.and([where(where.cast<string>('id', 'text'), '=', id), where('revoked_at', 'is', null)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
