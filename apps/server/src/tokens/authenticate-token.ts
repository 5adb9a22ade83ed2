import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { ServiceError } from '../errors/service-error.ts';
import { hashToken } from './token-text.ts';

export type Caller = { readonly tokenId: string; readonly ownerId: string };

/**
 * Finds out who calls by the `Authorization: <scheme> <token>` header.
 *
 * @param schemes the schemes that are taken, in small letters
 * @throws ServiceError `authentication.missing` without such a header, `authentication.invalid` for a malformed, unknown or revoked token
 */
export async function authenticateToken(sql: Kysely<Tables>, header: string | undefined, schemes: readonly string[]): Promise<Caller> {
  const [scheme, text, ...rest] = (header ?? '').trim().split(/\s+/);
  if (!schemes.includes(scheme?.toLowerCase() ?? '')) {
    throw new ServiceError('authentication.missing', 'Authentication credentials were not provided.');
  }
  if (text === undefined) throw new ServiceError('authentication.invalid', 'Invalid token header. No credentials provided.');
  if (rest.length > 0) {
    throw new ServiceError('authentication.invalid', 'Invalid token header. Token string should not contain spaces.');
  }
  const row = await sql
    .selectFrom('tokens')
    .select(['id', 'owner_id'])
    .where('hash', '=', hashToken(text))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new ServiceError('authentication.invalid', 'Invalid token.');
  return { tokenId: row.id, ownerId: row.owner_id };
}
