import { inspectPicture } from '@ocr-web/reader';
import { readJpegHeader } from '@ocr-web/reader/engine';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

const plain = sharp({ create: { width: 23, height: 11, channels: 3, background: '#358' } });
const exifOf = (bytes: Buffer) => bytes.indexOf('Exif\0\0');
const turned = (orientation: number) => plain.clone().withMetadata({ orientation }).jpeg().toBuffer();

/** An EXIF segment with one directory of one entry, behind the first marker. */
function withExif(jpeg: Buffer, byteOrder: 'II' | 'MM', [type, count, value]: readonly [number, number, number]): Buffer {
  const isLittle = byteOrder === 'II';
  const number = (bytes: number, from: number) => {
    const buffer = Buffer.alloc(bytes);
    isLittle ? buffer.writeUIntLE(from, 0, bytes) : buffer.writeUIntBE(from, 0, bytes);
    return buffer;
  };
  const tiff = [number(2, 42), number(4, 8), number(2, 1), number(2, 0x112), number(2, type), number(4, count), number(2, value)];
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(byteOrder), ...tiff, Buffer.alloc(6)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, body, jpeg.subarray(2)]);
}

describe('an ordinary head says what libvips says', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i', async (orientation) => {
    expect(readJpegHeader(await turned(orientation))).toEqual({ width: 23, height: 11, orientation });
  });

  it.each(['II', 'MM'] as const)('byte order %s', async (byteOrder) => {
    const jpeg = withExif(await plain.clone().jpeg().toBuffer(), byteOrder, [3, 1, 6]);
    expect(readJpegHeader(jpeg)).toEqual({ width: 23, height: 11, orientation: 6 });
    expect((await sharp(jpeg).metadata()).orientation).toBe(6);
  });

  it.each([
    ['no EXIF', () => plain.clone().jpeg()],
    ['progressive', () => plain.clone().jpeg({ progressive: true })],
    ['grey', () => plain.clone().toColourspace('b-w').jpeg()],
  ])('%s', async (_, draw) => {
    expect(readJpegHeader(await draw().toBuffer())).toEqual({ width: 23, height: 11, orientation: 1 });
  });

  it('wherever a byte of it is another one and both know an answer', async () => {
    const jpeg = await turned(6);
    const end = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    let compared = 0;
    for (let at = 2; at < end; at++) {
      const changed = Buffer.from(jpeg);
      changed[at] = (changed[at]! + 1 + ((at * 7) % 254)) & 255;
      const own = readJpegHeader(changed);
      const theirs = await sharp(changed)
        .metadata()
        .catch(() => undefined);
      if (!own || !theirs) continue;
      compared++;
      expect({ at, ...own }).toEqual({ at, width: theirs.width, height: theirs.height, orientation: theirs.orientation ?? 1 });
    }
    expect(compared).toBeGreaterThan(100);
  });
});

/**
 * A picture whose segments stand in a comment, before which a stuffed byte seems to have a length.
 */
async function withHiddenPicture(): Promise<Buffer> {
  const [hidden, shown] = [await plain.clone().resize(5, 5).jpeg().toBuffer(), await plain.clone().jpeg().toBuffer()];
  const comment = Buffer.from([0xff, 0xfe, 0, 0]);
  comment.writeUInt16BE(hidden.length, 2);
  const stuffed = Buffer.from([0xff, 0x00, 0, 2 + comment.length]);
  return Buffer.concat([shown.subarray(0, 2), stuffed, comment, hidden.subarray(2), shown.subarray(2)]);
}

it('no picture passes for a smaller one that only our reading sees', async () => {
  const jpeg = await withHiddenPicture();
  const { width, height } = await sharp(jpeg).metadata();
  expect([width, height]).toEqual([23, 11]);
  expect([readJpegHeader(jpeg), inspectPicture(jpeg)]).not.toContainEqual(expect.objectContaining({ width: 5 }));
});

describe('what is not ordinary is left to a library', () => {
  const jpeg = () => plain.clone().jpeg().toBuffer();
  it.each([
    ['an orientation that is none', async () => withExif(await jpeg(), 'II', [3, 1, 9])],
    ['one of another type', async () => withExif(await jpeg(), 'II', [4, 1, 6])],
    ['two EXIF segments', async () => withExif(withExif(await jpeg(), 'II', [3, 1, 6]), 'II', [3, 1, 3])],
    ['colours for the printer', async () => plain.clone().toColourspace('cmyk').jpeg().toBuffer()],
    ['a head that is cut off', async () => (await turned(6)).subarray(0, exifOf(await turned(6)) + 9)],
    ['no JPEG', async () => plain.clone().png().toBuffer()],
  ])('%s', async (_, draw) => {
    expect(readJpegHeader(await draw())).toBeUndefined();
  });
});
