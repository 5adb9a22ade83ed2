import { createHash, randomBytes } from 'node:crypto';

/**
 * How much of a token is stored in the open, for people to recognise it: 8 hex digits, 32 of its
 * 160 bits. 128 stay secret.
 */
const prefixLength = 8;

/** Makes a token: 160 random bits in hex, the form that clients of the original API know. */
export function createTokenText(): string {
  return randomBytes(20).toString('hex');
}

/** Returns the beginning that is stored. Only of a token that `createTokenText` made. */
export function prefixOf(text: string): string {
  return text.slice(0, prefixLength);
}

/**
 * Returns what is stored of a token. A random token needs no salt and no slow hash: nobody can
 * guess 128 bits.
 */
export function hashToken(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
