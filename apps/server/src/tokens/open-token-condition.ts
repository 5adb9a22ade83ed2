import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Makes the condition that a token may be used: it is neither revoked nor expired. */
export function isOpenToken(now: Date): (where: ExpressionBuilder<Tables, 'tokens'>) => Expression<SqlBool> {
  return (where) =>
    where.and([
      where('tokens.revoked_at', 'is', null),
      where.or([where('tokens.expires_at', 'is', null), where('tokens.expires_at', '>', now)]),
    ]);
}
