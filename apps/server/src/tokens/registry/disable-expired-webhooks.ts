import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { disableWebhook } from '../../webhooks/disable-webhook.ts';
import { isOpenToken } from '../open-token-condition.ts';

/**
 * Switches off the webhooks of owners whose last token has expired, as revoking it would have.
 * Several processes may do so at the same time.
 */
export async function disableExpiredWebhooks(sql: Kysely<Tables>, now: Date): Promise<void> {
  const webhooks = await sql
    .selectFrom('webhooks')
    .select('id')
    .where('disabled_reason', 'is', null)
    .where((where) => {
      const tokens = where.selectFrom('tokens').select('tokens.id').whereRef('tokens.owner_id', '=', 'webhooks.owner_id');
      return where.and([
        where.exists(tokens.where('tokens.expires_at', '<=', now)),
        where.not(where.exists(tokens.where(isOpenToken(now)))),
      ]);
    })
    .orderBy('id')
    .execute();
  if (webhooks.length === 0) return;
  await sql.transaction().execute(async (transaction) => {
    for (const { id } of webhooks) await disableWebhook(transaction, id, 'owner', now);
  });
}
