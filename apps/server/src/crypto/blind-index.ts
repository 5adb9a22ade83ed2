import { createHmac, createSecretKey } from 'node:crypto';

/**
 * Makes the index of a value that is itself sealed, so that it can be searched for: a keyed hash
 * that is the same for the same value of the same owner, and tells nothing without the key.
 */
export type BlindIndex = (ownerId: string, value: string) => string;

/** @param key 32 bytes */
export function createBlindIndex(key: Uint8Array): BlindIndex {
  const secret = createSecretKey(key);
  return (ownerId, value) => createHmac('sha256', secret).update(ownerId).update('\0').update(value).digest('base64url');
}
