import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { writeIv } from './iv-pool.ts';

const algorithm = 'aes-256-gcm';
/** Of the layout below, so that another one can follow. */
const layout = 1;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + ivBytes + tagBytes;
/**
 * A cipher answers with a buffer of its own, which is copied from there. In pieces of this length a
 * photograph takes two thirds of the time: no block as large as it is has to be mapped and cleared.
 */
const pieceBytes = 256 * 1024;

/**
 * Encrypts bytes with AES-256-GCM (NIST SP 800-38D) under a random IV of 96 bits.
 *
 * @param key 32 bytes, as the object that Node keeps ready: a cipher takes the bytes of a key four
 *   times as long to begin with
 * @param context what the bytes are and whose; only the same context opens them again
 * @returns a byte for the layout, IV, tag, ciphertext
 */
export function seal(key: KeyObject, context: string, bytes: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(headBytes + bytes.length);
  sealed[0] = layout;
  writeIv(sealed, 1);
  const cipher = createCipheriv(algorithm, key, sealed.subarray(1, 1 + ivBytes)).setAAD(Buffer.from(context));
  for (let at = 0; at < bytes.length; at += pieceBytes) cipher.update(bytes.subarray(at, at + pieceBytes)).copy(sealed, headBytes + at);
  cipher.final();
  cipher.getAuthTag().copy(sealed, 1 + ivBytes);
  return sealed;
}

/**
 * Decrypts what `seal` made.
 *
 * @throws Error when the key, the context or one bit of the bytes is another
 */
export function unseal(key: KeyObject, context: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== layout || sealed.length < headBytes) throw new Error('These bytes were not sealed by this service.');
  const iv = sealed.subarray(1, 1 + ivBytes);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(1 + ivBytes, headBytes));
  const bytes = decipher.update(sealed.subarray(headBytes));
  decipher.final();
  return bytes;
}
