import { tokenScopes } from '@ocr-web/api';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { insertToken } from './create-token.ts';
import { hashToken } from './token-text.ts';

/**
 * Sees to it that somebody can use and operate the service: this token may do everything. Of
 * processes that start together, one makes the token.
 *
 * @param chosen the operator's token; stored when it is not known yet, and left revoked when it was
 *   revoked
 * @returns the text of a token that was made now, the only time that it can be shown; undefined
 *   when none was made. The operator's own is known to the operator and is not to be shown
 */
export async function ensureFirstToken(
  database: Pick<Database, 'engine' | 'sql' | 'now'>,
  chosen: string | undefined,
): Promise<string | undefined> {
  if (await isKnown(database.sql, chosen)) return undefined;
  return await database.sql.transaction().execute(async (transaction) => {
    // SQLite's transactions that write are one at a time anyway.
    if (database.engine === 'postgres') await sql`lock table tokens in share row exclusive mode`.execute(transaction);
    if (await isKnown(transaction, chosen)) return undefined;
    const name = chosen === undefined ? 'first token' : 'OCR_WEB_TOKEN';
    const { token } = await insertToken(transaction, name, database.now(), { scopes: tokenScopes, text: chosen, actor: 'service' });
    return chosen === undefined ? token : undefined;
  });
}

async function isKnown(database: Kysely<Tables>, chosen: string | undefined): Promise<boolean> {
  const known = database.selectFrom('tokens').select('id').limit(1);
  const query = chosen === undefined ? known : known.where('hash', '=', hashToken(chosen));
  return (await query.executeTakeFirst()) !== undefined;
}
