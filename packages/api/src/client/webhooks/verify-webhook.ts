import type { WebhookEventBody } from '../../schemas/v2/webhooks/webhook-event.ts';
import { OcrWebError } from '../ocr-web-error.ts';

/**
 * Headers as `Request.headers` has them, or as an object (Node's `request.headers`); names in any
 * case.
 */
type HeadersLike = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export type WebhookToVerify = {
  /** The webhook's secret (`whsec_…`), or several: any of them may have signed. */
  readonly secret: string | readonly string[];
  readonly headers: HeadersLike;
  /** The body exactly as received, before any parsing. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** How far the sender's clock may be from this one; older deliveries may be replays. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
};

/** More signatures than a sender that rotates its secrets needs. */
const maxSignatures = 16;

/**
 * Checks that a delivery comes from the service and is fresh (Standard Webhooks), and parses it.
 *
 * @throws OcrWebError `webhook.headers_invalid`, `webhook.timestamp_outside_tolerance`,
 *   `webhook.signature_invalid`
 * @throws TypeError when a secret is malformed
 */
export async function verifyWebhook(webhook: WebhookToVerify): Promise<WebhookEventBody> {
  const { secret, headers, toleranceSeconds = 300, now = new Date() } = webhook;
  const keys = await Promise.all((typeof secret === 'string' ? [secret] : secret).map(importSecret));
  const id = readHeader(headers, 'webhook-id');
  const timestamp = readHeader(headers, 'webhook-timestamp');
  const signatures = parseSignatures(readHeader(headers, 'webhook-signature'));
  const body = toBytes(webhook.body);
  const signed = concatenate(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  // WebCrypto compares in constant time. Every pair is tried, so that the time does not tell which
  // one matched.
  const pairs = keys.flatMap((key) => signatures.map((signature) => crypto.subtle.verify('HMAC', key, signature, signed)));
  if (!(await Promise.all(pairs)).includes(true))
    throw new OcrWebError('webhook.signature_invalid', 'No signature of this delivery matches its body and the secret.');
  checkTimestamp(timestamp, toleranceSeconds, now);
  return JSON.parse(new TextDecoder().decode(body)) as WebhookEventBody;
}

async function importSecret(secret: string) {
  const bytes = decodeBase64(secret.replace(/^whsec_/, ''));
  if (!bytes || bytes.length === 0) throw new TypeError('A webhook secret is "whsec_" followed by base64, as the service showed it once.');
  return await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

function readHeader(headers: HeadersLike, name: string): string {
  const value = isHeaders(headers) ? headers.get(name) : findHeader(headers, name);
  if (typeof value !== 'string' || value === '')
    throw new OcrWebError('webhook.headers_invalid', `The header ${name} is missing, so this is not a webhook delivery.`);
  return value;
}

function isHeaders(headers: HeadersLike): headers is Headers {
  return typeof headers.get === 'function';
}

function findHeader(headers: Readonly<Record<string, string | readonly string[] | undefined>>, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'object' ? value.join(' ') : value;
}

/** `v1,<base64>`, separated by blanks; other versions are ignored. */
function parseSignatures(header: string): Uint8Array<ArrayBuffer>[] {
  return header
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .slice(0, maxSignatures)
    .flatMap((part) => decodeBase64(part.slice('v1,'.length)) ?? []);
}

function checkTimestamp(timestamp: string, toleranceSeconds: number, now: Date): void {
  const sentAt = /^\d{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (Math.abs(now.getTime() / 1000 - sentAt) <= toleranceSeconds) return;
  const message = `The delivery's time (${timestamp}) is more than ${toleranceSeconds} seconds away from this clock.`;
  throw new OcrWebError('webhook.timestamp_outside_tolerance', message);
}

function toBytes(body: string | Uint8Array | ArrayBuffer): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  return body instanceof Uint8Array ? body : new Uint8Array(body);
}

function concatenate(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
