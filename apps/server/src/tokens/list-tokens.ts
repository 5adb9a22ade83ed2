import type { TokenScopeName } from '@ocr-web/api';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { splitScopes } from './token-scopes.ts';

export type ListedToken = {
  readonly id: string;
  readonly name: string;
  readonly scopes: TokenScopeName[];
  readonly created_at: string;
  readonly revoked_at: string | null;
};

/**
 * Returns every token, oldest first, without its text, which is stored nowhere. Times are ISO 8601.
 */
export async function listTokens(sql: Kysely<Tables>): Promise<ListedToken[]> {
  const rows = await sql
    .selectFrom('tokens')
    .select(['id', 'name', 'scopes', 'created_at', 'revoked_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, scopes, created_at, revoked_at }) => ({
    id,
    name,
    scopes: splitScopes(scopes),
    created_at: created_at.toISOString(),
    revoked_at: revoked_at?.toISOString() ?? null,
  }));
}
