import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { TokenLimits } from './create-token.ts';
import { type ListedToken, listedColumns, toListedToken } from './listed-token.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

/**
 * Changes what may be used with a token; what is left out stays.
 *
 * @returns the token as it is now; undefined when there is none with this id
 */
export function updateToken(sql: Kysely<Tables>, id: string, { rateLimit, scansPerDay }: TokenLimits): Promise<ListedToken | undefined> {
  return sql.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('tokens')
      .set({
        ...(rateLimit === undefined ? {} : { rate_limit: rateLimit }),
        ...(scansPerDay === undefined ? {} : { scans_per_day: scansPerDay }),
      })
      .where((where) => where(where.cast<string>('id', 'text'), '=', id))
      .returning(listedColumns)
      .executeTakeFirst();
    if (row) await notifyTokensChanged(transaction);
    return row && toListedToken(row);
  });
}
