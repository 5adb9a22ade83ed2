import { createHmac } from 'node:crypto';
import { decodeWebhookSecret } from '../webhook-secrets.ts';

export type Message = {
  /** The same over all attempts, so that a receiver recognises what it has seen. */
  readonly id: string;
  readonly body: string;
};

/**
 * Returns the headers that Standard Webhooks demands of an attempt.
 *
 * @param secrets every secret that is valid now, newest first: each signs, so that a receiver may
 *   hold any of them
 * @param now the time of this attempt; receivers refuse old ones, since those may be replays
 */
export function signMessage({ id, body }: Message, secrets: readonly string[], now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', decodeWebhookSecret(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
    return `v1,${digest}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
