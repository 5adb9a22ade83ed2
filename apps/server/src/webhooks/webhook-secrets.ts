import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { openSealedSecret } from '../crypto/seal-secret.ts';
import type { Tables } from '../database/tables.ts';

const prefix = 'whsec_';

/** Makes a secret: 256 random bits in the form of Standard Webhooks. */
export function createWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`;
}

/** Returns the bytes that sign. */
export function decodeWebhookSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), 'base64');
}

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
