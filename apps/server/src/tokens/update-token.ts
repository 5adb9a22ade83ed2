import type { Kysely } from 'kysely';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { type ListedToken, listedColumns, toListedToken } from './listed-token.ts';
import { type SomeTokenLimits, toLimitColumns } from './rights/token-limits.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

/**
 * Changes the limits of a token; what is left out stays.
 *
 * @returns the token as it is now; undefined when there is none with this id
 */
export function updateToken(
  sql: Kysely<Tables>,
  id: string,
  limits: SomeTokenLimits,
  { actor = 'operator', now }: { readonly actor?: AuditActor; readonly now: Date },
): Promise<ListedToken | undefined> {
  return sql.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('tokens')
      .set(toLimitColumns(limits))
      .where((where) => where(where.cast<string>('id', 'text'), '=', id))
      .returning(listedColumns)
      .executeTakeFirst();
    if (!row) return undefined;
    await recordAuditEvents(transaction, [{ actor, action: 'token.changed', subject: row.id }], now);
    await notifyTokensChanged(transaction);
    return toListedToken(row);
  });
}
