import { createHmac, createSecretKey, type Hmac, type KeyObject } from 'node:crypto';

const ready = new WeakMap<Uint8Array, KeyObject>();

/**
 * Begins an HMAC-SHA-256 (RFC 2104) under a key that is used again and again: Node takes the bytes
 * of a key several times as long to begin with as the object that it makes of them.
 *
 * @param key must not change as long as it lives
 */
export function hmacSha256(key: Uint8Array): Hmac {
  const known = ready.get(key) ?? createSecretKey(key);
  ready.set(key, known);
  return createHmac('sha256', known);
}
