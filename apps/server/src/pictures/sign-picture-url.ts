import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../crypto/hmac.ts';

const algorithm = 'OCRWEB-HMAC-SHA256';

export type PictureUrlQuery = Readonly<Record<string, unknown>>;

export type SigningOptions = {
  /** How long the address is valid from `now` on, whole seconds. */
  readonly expiresInSeconds: number;
  readonly now: Date;
};

/**
 * Returns path and query under which the service itself serves an object for a while.
 *
 * The names of the query are those of S3's presigned addresses (Signature Version 4), so that
 * clients which look for the expiry find it the same way with either store; the signature is an
 * HMAC over the object's key, the time and the lifetime.
 */
export function signPictureUrl(secret: Uint8Array, key: string, { expiresInSeconds, now }: SigningOptions): string {
  const date = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const expires = String(expiresInSeconds);
  const signature = sign(secret, key, date, expires);
  // All of letters, digits and hyphens: nothing is to be encoded.
  return `/pictures/${key}?X-Amz-Algorithm=${algorithm}&X-Amz-Date=${date}&X-Amz-Expires=${expires}&X-Amz-Signature=${signature}`;
}

/** Tells whether the address was signed here, unaltered, and is still valid. */
export function verifyPictureUrl(secret: Uint8Array, key: string, query: PictureUrlQuery, now: Date): 'valid' | 'altered' | 'expired' {
  // One value for each of the four names and nothing else: what was not signed must not be there.
  if (Object.keys(query).length !== 4 || query['X-Amz-Algorithm'] !== algorithm) return 'altered';
  const date = query['X-Amz-Date'];
  const expires = query['X-Amz-Expires'];
  const signature = query['X-Amz-Signature'];
  if (typeof date !== 'string' || typeof expires !== 'string' || typeof signature !== 'string') return 'altered';
  const expected = Buffer.from(sign(secret, key, date, expires));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'altered';
  // Only texts that were signed here get this far, so their form is known.
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return now.getTime() <= signedAt + Number(expires) * 1000 ? 'valid' : 'expired';
}

function sign(secret: Uint8Array, key: string, date: string, expires: string): string {
  return hmacSha256(secret).update(['GET', key, date, expires].join('\n')).digest('hex');
}
