import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { isOpenToken } from '../open-token-condition.ts';
import type { Caller } from '../rights/caller.ts';
import { limitColumns, toTokenLimits } from '../rights/token-limits.ts';
import { splitScopes } from '../rights/token-scopes.ts';

/** Who has a token, and when it ends: milliseconds since 1970, Infinity where it does not. */
type KnownToken = { readonly caller: Caller; readonly endsAt: number };

/** Tokens that may be used, by their hash. */
export type KnownTokens = ReadonlyMap<string, KnownToken>;

/** The longest time that a timer can be set to. */
const maxTimerMs = 2 ** 31 - 1;

/** Reads the tokens that may be used. */
export async function loadTokens(sql: Kysely<Tables>, now: Date): Promise<KnownTokens> {
  const rows = await sql
    .selectFrom('tokens')
    .select(['id', 'owner_id', 'hash', 'scopes', 'expires_at', ...limitColumns])
    .where(isOpenToken(now))
    .execute();
  return new Map(
    rows.map((row) => {
      const { id, owner_id: ownerId, expires_at: end } = row;
      const caller = { tokenId: id, ownerId, scopes: splitScopes(row.scopes), ...toTokenLimits(row) };
      return [row.hash, { caller, endsAt: end?.getTime() ?? Number.POSITIVE_INFINITY }] as const;
    }),
  );
}

/** Returns those that have not expired. */
export function withoutExpired(tokens: KnownTokens, now: Date): KnownTokens {
  return new Map([...tokens].filter(([, { endsAt }]) => endsAt > now.getTime()));
}

/** Returns by owner when the last of its tokens ends. */
export function ownersOf(tokens: KnownTokens): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const { caller, endsAt } of tokens.values()) owners.set(caller.ownerId, Math.max(endsAt, owners.get(caller.ownerId) ?? 0));
  return owners;
}

/**
 * Returns when to look whether one has expired, in milliseconds: at the next end, or as late as a
 * timer can be set. Undefined when none ends.
 */
export function msToNextEnd(tokens: KnownTokens, now: Date): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const { endsAt } of tokens.values()) next = Math.min(next, endsAt);
  return next === Number.POSITIVE_INFINITY ? undefined : Math.min(maxTimerMs, Math.max(1, Math.ceil(next - now.getTime())));
}
