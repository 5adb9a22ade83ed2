import { randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** Makes a secret: 256 random bits in the form of Standard Webhooks. */
export function createWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`;
}

/** Returns the bytes that sign. */
export function decodeWebhookSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), 'base64');
}
