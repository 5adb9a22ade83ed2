import { describe, expect, test } from 'vitest';
import { onePixelPng } from '../../../test/uploads/pictures.ts';
import { decodePictureText } from './decode-picture-text.ts';

const bytes = Buffer.from('any bytes at all, + 42 of them in a row ~~');
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
  ['a data URI in percent encoding', `data:image/png,${encodeURIComponent(String(bytes))}`],
  ['a data URI in percent encoding with a plus sign', `data:,${String(bytes).replace('+', '%2b')}`],
  ['a data URI with percent-encoded base64', `data:image/png;base64,${encodeURIComponent(base64)}`],
  ['a data URI that is encoded as a whole', encodeURIComponent(`data:image/png;base64,${base64}`)],
  ['bare base64 that is encoded', encodeURIComponent(base64)],
  ['base64 between blank lines', `\n\n${base64}\n\n`],
])('%s gives the bytes', (_what, text) => {
  expect(decodePictureText(text, 'picture_file').equals(bytes)).toBe(true);
});

test.each([
  ['not base64', 'this is not base64!'],
  ['a data URI that is not base64', 'data:image/png;base64,@@@@'],
  ['a data URI without a comma', 'data:image/png;base64'],
  ['an impossible length', 'QUJDR'],
  ['an impossible length in lines', 'QUJD\nR'],
  ['a percent sign within base64', 'data:image/png;base64,QUJD%zz'],
  ['a data URI with a comma too late', `data:image/png;${'a'.repeat(1000)};base64,QUJD`],
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

/** A PNG with these bytes in a chunk that nobody reads. */
const pngWith = (content: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([onePixelPng.subarray(0, 33), length, Buffer.from('teXt'), content, Buffer.alloc(4), onePixelPng.subarray(33)]);
};

describe('plus signs that became blanks', () => {
  const lost = (picture: Buffer) => picture.toString('base64').replaceAll('+', ' ');
  // 0xfbefbe is "++++". Four of them leave as many characters as base64 in lines may have.
  const pictures = Array.from({ length: 12 }, (_, count) =>
    pngWith(Buffer.alloc(3 * count + (count % 3), Buffer.from([0xfb, 0xef, 0xbe]))),
  );

  test.each(pictures.map((picture) => [lost(picture).split(' ').length - 1, picture]))('%d of them are put back', (_count, picture) => {
    expect(decodePictureText(lost(picture), 'file')).toEqual(picture);
    expect(decodePictureText(`data:image/png;base64,${lost(picture)}`, 'file')).toEqual(picture);
  });

  test('in base64 of lines too', () => {
    const [, , , picture = onePixelPng] = pictures;
    expect(decodePictureText(picture.toString('base64').replace(/.{20}/g, '$&\r\n').replaceAll('+', ' '), 'file')).toEqual(picture);
  });

  test('base64 in lines stays as it is, with a blank for each line break or two', () => {
    for (const picture of pictures) {
      const base64 = picture.toString('base64');
      for (const lines of [base64.replace(/.{20}/g, '$& '), base64.replace(/.{20}/g, '$&  '), base64.replace(/.{20}/g, '$&\n ')]) {
        expect(decodePictureText(lines, 'file')).toEqual(picture);
      }
    }
  });

  test('what is no picture either way is read as lines', () => {
    expect(decodePictureText('QU JDQUJD QUI', 'file')).toEqual(Buffer.from('ABCABCAB'));
  });
});
