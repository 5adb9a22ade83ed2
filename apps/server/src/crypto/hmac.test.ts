import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { hmacSha256 } from './hmac.ts';

test('each key gives the digest that Node makes of its bytes, again and again', () => {
  const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), new Uint8Array(64).fill(3)];
  const expected = keys.map((key) => createHmac('sha256', key).update('text').digest('hex'));
  for (let time = 0; time < 2; time += 1) expect(keys.map((key) => hmacSha256(key).update('text').digest('hex'))).toEqual(expected);
});
