import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Claim } from './claim-deliveries.ts';

/**
 * Makes due again what was claimed and will not be finished.
 *
 * @param one the claim that its holder gives back; without it everything that a dead process left claimed, which only a process may do
 *   that has the database to itself
 */
export async function releaseClaims(sql: Kysely<Tables>, now: Date, one?: Pick<Claim, 'deliveryId' | 'claim'>): Promise<void> {
  const claimed = sql
    .updateTable('webhook_deliveries')
    .set({ claim: null, next_attempt_at: now })
    .where('status', '=', 'pending')
    .where('claim', 'is not', null);
  await (one ? claimed.where('id', '=', one.deliveryId).where('claim', '=', one.claim) : claimed).execute();
}
