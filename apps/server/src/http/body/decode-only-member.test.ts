import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePictureText } from '../../pictures/text/decode-picture-text.ts';
import { decodeOnlyMember } from './decode-only-member.ts';

const decode = (text: string) => decodeOnlyMember(Buffer.from(text), 'picture_file');

test.each([
  '{"picture_file":"QUJD"}',
  ' {\n "picture_file" : "data:image/png;base64,QUJD"\r\n}\n',
  '{"picture_file": "DATA:;BASE64,QUJD"}',
])('%s is decoded where it lies', (text) => expect(decode(text)).toEqual(Buffer.from('ABC')));

test.each([
  '{"picture_file":""}',
  '{"other":"QUJD"}',
  '{"picture_file":"QUJD","other":"QUJD"}',
  '{"picture_file":"QU\\nJD"}',
  '{"picture_file":"QU\nJD"}',
  '{"picture_file":"data:image/png,QUJD"}',
  '{"picture_file":"QUJD"}}',
  '{"picture_file":"QUJD}',
  '["QUJD"]',
  '',
])('%j is left to the parser', (text) => expect(decode(text)).toBeUndefined());

test('what is decoded is what parsing gives', () => {
  const characters = fc.constantFrom('QUJD', 'QQ==', '=', '"', '\\', '\\u0041', ',', 'data:a/b;base64,', ' ', '\n', 'é', '}', ':', '-_');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 6 }), (all) => {
      const text = `{"picture_file":"${all.join('')}"}`;
      const bytes = decode(text);
      if (bytes) expect(bytes).toEqual(decodePictureText((JSON.parse(text) as { picture_file: string }).picture_file, 'picture_file'));
    }),
    { numRuns: 1000 },
  );
});
