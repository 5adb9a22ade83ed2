import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { SigningHash } from './signing-hash.ts';

const secret = new Uint8Array(32).fill(7);

test.each([
  ['no key', undefined, createHash('sha256')],
  ['a text as a key', 'AWS4secret', createHmac('sha256', 'AWS4secret')],
  ['bytes as a key', secret, createHmac('sha256', secret)],
  ['a buffer as a key', secret.buffer, createHmac('sha256', secret)],
])('with %s it is what Node makes of the same pieces', async (_, key, expected) => {
  const hash = new SigningHash(key);
  for (const piece of ['text', Uint8Array.of(1, 2), Uint8Array.of(3, 4, 5).subarray(1).buffer]) hash.update(piece);
  const digest = expected
    .update('text')
    .update(Uint8Array.of(1, 2))
    .update(Uint8Array.of(3, 4, 5))
    .digest();
  expect(Buffer.from(await hash.digest()).toString('hex')).toBe(digest.toString('hex'));
});
