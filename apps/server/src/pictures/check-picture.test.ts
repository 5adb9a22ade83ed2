import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isServiceError } from '../errors/service-error.ts';
import { checkPicture, type PictureLimits } from './check-picture.ts';

/** The reader's files of each kind. */
const folder = new URL('../../../../packages/reader-node/test/fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.(?!json|md)\w+$/.test(name));
const load = (name: string) => readFileSync(new URL(name, folder));
const limits: PictureLimits = { maxBytes: 100_000, maxPixels: 1_000_000 };
const subtypes: Record<string, string> = { jpg: 'image/jpeg', pdf: 'application/pdf' };

function refusalOf(bytes: Buffer, tighter: Partial<PictureLimits> = {}): string {
  try {
    return checkPicture(bytes, { ...limits, ...tighter }, 'file');
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

describe('a file of each kind that the reader reads', () => {
  test.each(files)('%s is taken for what it is', (name) => {
    const ending = name.slice(name.lastIndexOf('.') + 1);
    expect(checkPicture(load(name), limits, 'file')).toBe(subtypes[ending] ?? `image/${ending}`);
  });

  test.each(files.filter((name) => !/gif|pdf/.test(name)))('%s is refused by its header when it has too many pixels', (name) => {
    expect(refusalOf(load(name), { maxPixels: 200_000 })).toMatch(
      /^picture\.too_large: The picture has \d+ x \d+ = \d+ pixels; at most 200000/,
    );
  });

  test.each(files.filter((name) => !/gif|jpg/.test(name)))('%s is refused when it is cut off', (name) => {
    const bytes = load(name);
    expect(refusalOf(bytes.subarray(0, bytes.length >> 1))).toBe(
      'picture.corrupt: Upload a valid image. The file you uploaded is cut off before its end.',
    );
  });

  test('a JPEG is taken when it is cut off behind the start of its scan, and refused before', () => {
    const bytes = load('passport.jpg');
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
    expect(refusalOf(bytes.subarray(0, bytes.length >> 1))).toBe('image/jpeg');
    expect(refusalOf(bytes.subarray(0, scan))).toBe(
      'picture.corrupt: Upload a valid image. The file you uploaded is cut off before its end.',
    );
  });
});

test('anything else', () => {
  const accepted = 'Send a JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP or HEIC picture or a PDF.';
  expect(refusalOf(Buffer.alloc(0))).toBe('picture.empty: The submitted file is empty.');
  expect(refusalOf(Buffer.from('hello'))).toBe(
    `picture.unsupported: Upload a valid image. The file you uploaded was not an image. ${accepted}`,
  );
  expect(refusalOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
    `picture.unsupported: SVG files are not accepted. ${accepted}`,
  );
  expect(refusalOf(load('card.bmp'), { maxBytes: 1000 })).toMatch(
    /^body\.too_large: The picture has \d+ bytes; at most 1000 are accepted\.$/,
  );
});
