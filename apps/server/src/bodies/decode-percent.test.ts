import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePercent } from './decode-percent.ts';

const decode = (text: string, plusIsBlank = false) => decodePercent(Buffer.from(text), { plusIsBlank }).toString('latin1');

test.each([
  ['%41%4a%4A+', 'AJJ+'],
  ['%', '%'],
  ['%4', '%4'],
  ['%4g%g4%%41', '%4g%g4%A'],
  ['%ff%00', '\xff\0'],
  ['', ''],
])('%j is %j', (text, decoded) => expect(decode(text)).toBe(decoded));

test('a form has blanks for plus signs', () => expect(decode('a+b%2B', true)).toBe('a b+'));

test('what the platform encodes comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const encoded = new URLSearchParams({ a: text }).toString().slice(2);
      expect(decodePercent(Buffer.from(encoded), { plusIsBlank: true }).toString()).toBe(Buffer.from(text).toString());
    }),
  );
});
