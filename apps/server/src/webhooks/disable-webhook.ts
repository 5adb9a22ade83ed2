import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { announceWithdrawal } from './channels.ts';

/**
 * Switches a webhook off. Whatever was on its way to it becomes a dead letter, which can be sent
 * again once it is on; attempts under way end at once.
 *
 * @param only `url`: only while it still has this address. `except`: leaves one delivery to the
 *   caller
 * @returns false when it is off already, has another address, or is gone
 */
export async function disableWebhook(
  transaction: Transaction<Tables>,
  id: string,
  reason: 'owner' | 'gone',
  now: Date,
  only: { readonly url?: string; readonly except?: number } = {},
): Promise<boolean> {
  const update = transaction
    .updateTable('webhooks')
    .set({ disabled_reason: reason, updated_at: now })
    .where('id', '=', id)
    .where('disabled_reason', 'is', null);
  const { numUpdatedRows } = await (only.url === undefined ? update : update.where('url', '=', only.url)).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await transaction
    .updateTable('webhook_deliveries')
    .set({ status: 'dead', claim: null, next_attempt_at: null, finished_at: now, last_failure: 'webhook_disabled' })
    .where('webhook_id', '=', id)
    .where('status', '=', 'pending')
    .where('id', '!=', only.except ?? 0)
    .execute();
  await announceWithdrawal(transaction);
  return true;
}
