import { expect, test } from 'vitest';
import { signPictureUrl, verifyPictureUrl } from './sign-picture-url.ts';
import { createObjectKey } from './stores/object-key.ts';

const secret = Buffer.alloc(32, 1);
const key = 'k'.repeat(43);
const now = new Date('2026-11-23T10:20:30.000Z');
const sign = (by: Uint8Array = secret) => signPictureUrl(by, key, { expiresInSeconds: 3600, now });
const verify = (url: string, at: Date, checkedKey = key) =>
  verifyPictureUrl(secret, checkedKey, Object.fromEntries(new URL(url, 'http://host').searchParams), at);

test('an address has the names of an S3 presigned address and its lifetime', () => {
  const url = new URL(sign(), 'http://host');
  expect(url.pathname).toBe(`/pictures/${key}`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    'X-Amz-Algorithm': 'OCRWEB-HMAC-SHA256',
    'X-Amz-Date': '20261123T102030Z',
    'X-Amz-Expires': '3600',
    'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('it is valid for its lifetime and not a millisecond longer', () => {
  const url = sign();
  expect(verify(url, now)).toBe('valid');
  expect(verify(url, new Date(now.getTime() + 3_600_000))).toBe('valid');
  expect(verify(url, new Date(now.getTime() + 3_600_001))).toBe('expired');
});

test.each([
  ['the expiry', (url: string) => url.replace('Expires=3600', 'Expires=9999999')],
  ['the time', (url: string) => url.replace('20261123', '20261124')],
  ['the signature', (url: string) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['the length of the signature', (url: string) => url.slice(0, -1)],
  ['the algorithm', (url: string) => url.replace('OCRWEB-HMAC', 'NONE')],
  ['nothing but one more name', (url: string) => `${url}&response-content-type=text/html`],
  ['a name that is missing', (url: string) => url.replace(/&X-Amz-Signature=.*/, '')],
])('changing %s makes it altered', (_what, change) => {
  expect(verify(change(sign()), now)).toBe('altered');
});

test('it opens no other object, and another secret signs differently', () => {
  const url = sign();
  expect(verify(url, now, createObjectKey())).toBe('altered');
  expect(verify(sign(Buffer.alloc(32, 2)), now)).toBe('altered');
});
