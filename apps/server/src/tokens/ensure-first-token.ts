import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { createToken } from './create-token.ts';
import { hashToken } from './token-text.ts';

/**
 * Sees to it that somebody can use and operate the service.
 *
 * @param chosen the operator's token; stored when it is not known yet, and left revoked when it was
 *   revoked
 * @returns the text of a token that was made now, the only time that it can be shown; undefined
 *   when none was made. The operator's own is known to the operator and is not to be shown
 */
export async function ensureFirstToken(sql: Kysely<Tables>, chosen: string | undefined): Promise<string | undefined> {
  const known = sql.selectFrom('tokens').select('id').limit(1);
  const query = chosen === undefined ? known : known.where('hash', '=', hashToken(chosen));
  if (await query.executeTakeFirst()) return undefined;
  const { token } = await createToken(sql, chosen === undefined ? 'first token' : 'OCR_WEB_TOKEN', { scopes: ['admin'], text: chosen });
  return chosen === undefined ? token : undefined;
}
