import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

/** Closes a token for good. Returns false when there is no such token that is still open. Its scans stay until they expire. */
export function revokeToken(sql: Kysely<Tables>, id: string): Promise<boolean> {
  return sql.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('tokens')
      .set({ revoked_at: new Date() })
      .where((where) => where.and([where(where.cast<string>('id', 'text'), '=', id), where('revoked_at', 'is', null)]))
      .executeTakeFirst();
    await notifyTokensChanged(transaction);
    return numUpdatedRows === 1n;
  });
}
