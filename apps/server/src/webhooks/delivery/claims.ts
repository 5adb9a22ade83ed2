import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Claim } from './claim-deliveries.ts';

/**
 * Makes due again what was claimed and will not be finished.
 *
 * @param one the claim that its holder gives back; without it everything that a dead process left
 *   claimed, which only a process may do that has the database to itself
 */
export async function releaseClaims(sql: Kysely<Tables>, now: Date, one?: Pick<Claim, 'deliveryId' | 'claim'>): Promise<void> {
  const claimed = sql
    .updateTable('webhook_deliveries')
    .set({ claim: null, next_attempt_at: now })
    .where('status', '=', 'pending')
    .where('claim', 'is not', null);
  await (one ? claimed.where('id', '=', one.deliveryId).where('claim', '=', one.claim) : claimed).execute();
}

/**
 * Which claims do not hold any more: the delivery is gone with its webhook, scan, batch or owner,
 * was given up, or is in other hands.
 */
export async function findWithdrawn<Held extends Pick<Claim, 'deliveryId' | 'claim'>>(
  sql: Kysely<Tables>,
  claims: readonly Held[],
): Promise<Held[]> {
  if (claims.length === 0) return [];
  const ids = claims.map(({ deliveryId }) => deliveryId);
  const rows = await sql.selectFrom('webhook_deliveries').select(['id', 'claim']).where('id', 'in', ids).execute();
  const held = new Map(rows.map(({ id, claim }) => [id, claim]));
  return claims.filter(({ deliveryId, claim }) => held.get(deliveryId) !== claim);
}
