import type { Kysely } from 'kysely';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { type CreatedToken, insertToken } from './create-token.ts';
import { isOpenToken } from './open-token-condition.ts';
import { toTokenLimits } from './rights/token-limits.ts';
import { splitScopes } from './rights/token-scopes.ts';

export type TokenRotation = {
  /** How long the old token is still taken. */
  readonly overlapMs: number;
  /** When the new one ends; undefined: it lasts as long as the old one was made for. */
  readonly expiresAt?: Date | undefined;
  /** Who does it: the operator when missing. */
  readonly actor?: AuditActor | undefined;
};

/**
 * Makes a token in the place of another one: with the same name, owner, scopes and limits. The old
 * one ends after the overlap, or before it where it was to end anyway.
 *
 * @returns undefined when there is no such token that is still open
 */
export function rotateToken(
  sql: Kysely<Tables>,
  id: string,
  { overlapMs, expiresAt, actor = 'operator' }: TokenRotation,
  now: Date,
): Promise<CreatedToken | undefined> {
  return sql.transaction().execute(async (transaction) => {
    const old = await transaction
      .selectFrom('tokens')
      .selectAll()
      .where((where) => where(where.cast<string>('id', 'text'), '=', id))
      .where(isOpenToken(now))
      .executeTakeFirst();
    if (!old) return undefined;
    const { owner_id: ownerId, name, expires_at: oldEnd } = old;
    const sameLife = oldEnd ? new Date(now.getTime() + oldEnd.getTime() - old.created_at.getTime()) : undefined;
    const scopes = splitScopes(old.scopes);
    const made = await insertToken(transaction, name, now, {
      ...toTokenLimits(old),
      ownerId,
      scopes,
      expiresAt: expiresAt ?? sameLife,
      actor,
    });
    const end = new Date(now.getTime() + overlapMs);
    const ending = transaction.updateTable('tokens').where('id', '=', old.id);
    if (overlapMs === 0) await ending.set({ revoked_at: now }).execute();
    else if (!oldEnd || end < oldEnd) await ending.set({ expires_at: end }).execute();
    await recordAuditEvents(transaction, [{ actor, action: 'token.rotated', subject: old.id }], now);
    return made;
  });
}
