import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** Of the layout below, so that another one can follow. */
const layout = 1;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + ivBytes + tagBytes;

/**
 * Encrypts bytes with AES-256-GCM (NIST SP 800-38D) under a random IV of 96 bits.
 *
 * @param key 32 bytes
 * @param context what the bytes are and whose; only the same context opens them again
 * @returns a byte for the layout, IV, tag, ciphertext
 */
export function seal(key: Uint8Array, context: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(context));
  const ciphertext = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([Uint8Array.of(layout), iv, cipher.getAuthTag(), ciphertext]);
}

/**
 * Decrypts what `seal` made.
 *
 * @throws Error when the key, the context or one bit of the bytes is another
 */
export function unseal(key: Uint8Array, context: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== layout || sealed.length < headBytes) throw new Error('These bytes were not sealed by this service.');
  const iv = sealed.subarray(1, 1 + ivBytes);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(1 + ivBytes, headBytes));
  const bytes = decipher.update(sealed.subarray(headBytes));
  decipher.final();
  return bytes;
}
