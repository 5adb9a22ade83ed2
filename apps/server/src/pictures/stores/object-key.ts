import { randomBytes } from 'node:crypto';

/**
 * Makes the key of a new object: 256 random bits, so that it tells nothing and cannot be guessed.
 */
export function createObjectKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Returns the key. @throws TypeError where it has not the form of one */
export function checkObjectKey(key: string): string {
  if (!isObjectKey(key)) throw new TypeError('not an object key');
  return key;
}

/** Tells whether a text has the form of a key, which also keeps it a plain file name. */
export function isObjectKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
