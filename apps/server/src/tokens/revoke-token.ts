import type { Kysely, Transaction } from 'kysely';
import type { AuditActor } from '../audit/audit-event.ts';
import { recordAuditEvents } from '../audit/record-audit-event.ts';
import type { Tables } from '../database/tables.ts';
import { disableWebhook } from '../webhooks/disable-webhook.ts';
import { isOpenToken } from './open-token-condition.ts';
import { notifyTokensChanged } from './tokens-channel.ts';

/**
 * Closes a token for good. Its scans stay until they expire. With the owner's last token its
 * webhooks are switched off: whoever made them is not to hear any more either.
 *
 * @returns false when there is no such token that was not revoked before
 */
export function revokeToken(sql: Kysely<Tables>, id: string, now: Date, actor: AuditActor = 'operator'): Promise<boolean> {
  return sql.transaction().execute(async (transaction) => {
    const revoked = await transaction
      .updateTable('tokens')
      .set({ revoked_at: now })
      .where((where) => where.and([where(where.cast<string>('id', 'text'), '=', id), where('revoked_at', 'is', null)]))
      .returning(['id', 'owner_id'])
      .executeTakeFirst();
    if (!revoked) return false;
    if (!(await hasOpenToken(transaction, revoked.owner_id, now))) await disableWebhooks(transaction, revoked.owner_id, now);
    await recordAuditEvents(transaction, [{ actor, action: 'token.revoked', subject: revoked.id }], now);
    await notifyTokensChanged(transaction);
    return true;
  });
}

async function hasOpenToken(transaction: Transaction<Tables>, ownerId: string, now: Date): Promise<boolean> {
  const open = transaction.selectFrom('tokens').select('id').where('owner_id', '=', ownerId).where(isOpenToken(now));
  return (await open.limit(1).executeTakeFirst()) !== undefined;
}

async function disableWebhooks(transaction: Transaction<Tables>, ownerId: string, now: Date): Promise<void> {
  const webhooks = await transaction.selectFrom('webhooks').select('id').where('owner_id', '=', ownerId).orderBy('id').execute();
  for (const { id } of webhooks) await disableWebhook(transaction, id, 'owner', now);
}
