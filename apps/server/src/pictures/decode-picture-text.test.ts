import { expect, test } from 'vitest';
import { decodePictureText } from './decode-picture-text.ts';

const bytes = Buffer.from('any bytes at all, here 41 of them in a row');
const base64 = bytes.toString('base64');

test.each([
  ['a data URI', `data:image/png;base64,${base64}`],
  ['a data URI of a PDF', `data:application/pdf;base64,${base64}`],
  ['a data URI with a parameter', `data:image/jpeg;name=a.jpg;base64,${base64}`],
  ['a data URI without a media type', `data:;base64,${base64}`],
  ['a data URI in capitals', `DATA:IMAGE/PNG;BASE64,${base64}`],
  ['bare base64', base64],
  ['base64 without padding', base64.replace(/=+$/, '')],
  ['base64url', bytes.toString('base64url')],
  ['base64 with whitespace everywhere', ` ${base64.replace(/./g, '$& ')}\t`],
  ['base64 in lines', base64.replace(/.{20}/g, '$&\r\n')],
  ['base64 with white space of each kind between all digits', [...base64].join(' \t\v\f\r\n')],
  ['base64 between blank lines', `\n\n${base64}\n\n`],
])('%s gives the bytes', (_what, text) => {
  expect(decodePictureText(text, 'picture_file').equals(bytes)).toBe(true);
});

test.each([
  ['not base64', 'this is not base64!'],
  ['a data URI that is not base64', 'data:image/png;base64,@@@@'],
  ['a data URI in percent encoding', 'data:image/svg+xml,%3Csvg/%3E'],
  ['a data URI without a comma', 'data:image/png;base64'],
  ['an impossible length', 'QUJDR'],
  ['an impossible length in lines', 'QUJD\nR'],
  ['padding in the middle of lines', 'QUJD=\nQUJDQUI='],
  ['padding in the middle', 'QUJD=QUJDQUI='],
  ['a web address', 'https://example.org/passport.jpg'],
])('%s is refused', (_what, text) => {
  expect(() => decodePictureText(text, 'picture_file')).toThrow(
    expect.objectContaining({ code: 'field.invalid', message: expect.stringContaining('Not valid base64.') }),
  );
});

test.each(['', '  \n'])('%j is blank', (text) => {
  expect(() => decodePictureText(text, 'picture_file')).toThrow(expect.objectContaining({ message: 'This field may not be blank.' }));
});

test('a text of nothing but spaced letters is decoded, and one with something else in it is refused', () => {
  const spaced = 'Q U I '.repeat(200_000);
  expect(decodePictureText(`${spaced}=`, 'picture_file')).toHaveLength(450_000);
  expect(() => decodePictureText(`${spaced}!`, 'picture_file')).toThrow(expect.objectContaining({ code: 'field.invalid' }));
});
