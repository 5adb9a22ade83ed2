import { createHash, randomBytes } from 'node:crypto';

/** Makes a token: 160 random bits in hex, the form that clients of the original API know. */
export function createTokenText(): string {
  return randomBytes(20).toString('hex');
}

/**
 * Returns what is stored of a token. A random token needs no salt and no slow hash: nobody can
 * guess 160 bits.
 */
export function hashToken(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
