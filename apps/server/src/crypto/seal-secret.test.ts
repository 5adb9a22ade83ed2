import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createWebhookSecret, decodeWebhookSecret } from '../webhooks/webhook-secrets.ts';
import { openSealedSecret, sealSecret } from './seal-secret.ts';

const key = randomBytes(32);

test('a sealed secret opens with its key, for its webhook, unaltered, and in no other case', () => {
  const secret = createWebhookSecret();
  const sealed = sealSecret(key, 'one', secret);
  expect(openSealedSecret(key, 'one', sealed)).toBe(secret);
  expect(sealed).not.toContain(secret.slice(6, 20));
  expect(sealSecret(key, 'one', secret)).not.toBe(sealed);
  expect(() => openSealedSecret(key, 'two', sealed)).toThrow();
  expect(() => openSealedSecret(randomBytes(32), 'one', sealed)).toThrow();
  const bytes = Buffer.from(sealed, 'base64');
  for (const index of bytes.keys()) {
    const altered = Buffer.from(bytes);
    altered[index]! ^= 1;
    expect(() => openSealedSecret(key, 'one', altered.toString('base64'))).toThrow();
  }
});

test('a secret is 256 random bits behind the prefix of the standard', () => {
  const secret = createWebhookSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(decodeWebhookSecret(secret)).toHaveLength(32);
  expect(createWebhookSecret()).not.toBe(secret);
});
