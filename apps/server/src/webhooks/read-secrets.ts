import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { openSealedSecret } from './seal-secret.ts';

/** The secrets that sign for a webhook now, newest first. */
export async function readSecrets(sql: Kysely<Tables>, key: Uint8Array, webhookId: string, now: Date): Promise<string[]> {
  const rows = await sql
    .selectFrom('webhook_secrets')
    .select('sealed')
    .where('webhook_id', '=', webhookId)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ sealed }) => openSealedSecret(key, webhookId, sealed));
}
