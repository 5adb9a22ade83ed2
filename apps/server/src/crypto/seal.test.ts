import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();
const text = Buffer.from('P<UTOERIKSSON<<ANNA<MARIA');

test('what was sealed opens with its key and context, and the same bytes never look the same', () => {
  for (const bytes of [text, Buffer.alloc(0), randomBytes(100_000), randomBytes(256 * 1024), randomBytes(600_000)]) {
    const sealed = seal(key, 'picture', bytes);
    expect(unseal(key, 'picture', sealed).equals(bytes)).toBe(true);
    expect(sealed.length).toBe(bytes.length + 29);
    expect(seal(key, 'picture', bytes).equals(sealed)).toBe(false);
  }
  expect(seal(key, 'picture', text).includes('ERIKSSON')).toBe(false);
});

test('it opens with no other key, in no other context, and not when a byte of it is another or missing', () => {
  const sealed = seal(key, 'picture', text);
  expect(() => unseal(newKey(), 'picture', sealed)).toThrow();
  expect(() => unseal(key, 'reading', sealed)).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at]! ^= 1;
    expect(() => unseal(key, 'picture', altered)).toThrow();
    expect(() => unseal(key, 'picture', sealed.subarray(0, at))).toThrow();
  }
});
