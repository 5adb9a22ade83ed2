import { expect, test } from 'vitest';
import { RequestSigner } from './request-signer.ts';

// The credentials, the moment and the bucket of the examples in "Signature Calculations for the
// Authorization Header" of Amazon's documentation; the expected values are those printed there.
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const now = new Date('2013-05-24T00:00:00Z');
const bucket = 'https://examplebucket.s3.amazonaws.com';

test.each([
  [
    { method: 'GET', url: new URL(`${bucket}/test.txt`), headers: { range: 'bytes=0-9' }, body: Buffer.alloc(0) },
    'host;range;x-amz-content-sha256;x-amz-date',
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    {
      method: 'PUT',
      url: new URL(`${bucket}/test%24file.text`),
      headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      body: Buffer.from('Welcome to Amazon S3.'),
    },
    'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
])('%j is signed as Amazon does', (request, names, signature) => {
  const signer = new RequestSigner('us-east-1');
  const expected = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=${names}, Signature=${signature}`;
  // Once with a new key, once with the one that is known.
  for (let time = 0; time < 2; time += 1) expect(signer.sign(request, credentials, now).authorization).toBe(expected);
});

test('another day, another secret and a session each have a signature of their own', () => {
  const signer = new RequestSigner('us-east-1');
  const sign = (given: Parameters<RequestSigner['sign']>[1], at: Date) =>
    signer.sign({ method: 'GET', url: new URL(`${bucket}/test.txt`), headers: {}, body: Buffer.alloc(0) }, given, at);
  const lent = sign({ ...credentials, sessionToken: 'token' }, now);
  const all = [
    sign(credentials, now),
    sign(credentials, new Date('2013-05-25T00:00:00Z')),
    sign({ ...credentials, secretAccessKey: 'x' }, now),
    lent,
  ];
  expect(new Set(all.map(({ authorization }) => authorization)).size).toBe(4);
  expect([lent['x-amz-security-token'], lent.authorization?.includes(';x-amz-security-token,')]).toEqual(['token', true]);
});
