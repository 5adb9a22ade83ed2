import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { type ListedToken, listedColumns, toListedToken } from './listed-token.ts';

/** Returns every token, oldest first, without its text, which is stored nowhere. */
export async function listTokens(sql: Kysely<Tables>): Promise<ListedToken[]> {
  const rows = await sql.selectFrom('tokens').select(listedColumns).orderBy('created_at').orderBy('id').execute();
  return rows.map(toListedToken);
}
