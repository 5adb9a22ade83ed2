import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectPicture } from './inspect-picture.ts';

const draw = () => sharp({ create: { width: 70, height: 40, channels: 3, background: '#123456' } });

test.each([
  ['image/jpeg', () => draw().jpeg()],
  ['image/jpeg', () => draw().jpeg({ progressive: true })],
  ['image/png', () => draw().png()],
  ['image/webp', () => draw().webp()],
  ['image/webp', () => draw().webp({ lossless: true })],
  ['image/tiff', () => draw().tiff()],
  ['image/gif', () => draw().gif()],
  ['image/avif', () => draw().avif({ effort: 0 })],
])('%s: kind and size by the bytes', async (mediaType, encode) => {
  expect(inspectPicture(await encode().toBuffer())).toEqual({ mediaType, width: 70, height: 40, truncated: false });
});

test.each([
  ['JPEG', () => draw().jpeg().toBuffer()],
  ['PNG', () => draw().png().toBuffer()],
  ['WebP', () => draw().webp().toBuffer()],
  ['AVIF', () => draw().avif({ effort: 0 }).toBuffer()],
])('%s: cut off anywhere it is truncated', async (_kind, encode) => {
  const whole = await encode();
  for (let length = 16; length < whole.length; length += 7) {
    expect(inspectPicture(whole.subarray(0, length)), `${length} of ${whole.length} bytes`).toMatchObject({ truncated: true });
  }
});

test('JPEG: cut off behind the header of its scan a part of it can be read, before that nothing', async () => {
  const whole = await draw().jpeg().toBuffer();
  const scan = whole.indexOf(Buffer.from([0xff, 0xda]));
  const coded = scan + 2 + whole.readUInt16BE(scan + 2);
  const size = { mediaType: 'image/jpeg', width: 70, height: 40, truncated: true };
  expect(inspectPicture(whole.subarray(0, -2))).toEqual({ ...size, hasPixels: true });
  expect(inspectPicture(whole.subarray(0, coded + 1))).toEqual({ ...size, hasPixels: true });
  expect(inspectPicture(whole.subarray(0, coded))).toEqual(size);
  const frame = whole.indexOf(Buffer.from([0xff, 0xc0]));
  const length = 2 + whole.readUInt16BE(frame + 2);
  const frameless = Buffer.concat([whole.subarray(0, frame), whole.subarray(frame + length, -2)]);
  expect(inspectPicture(frameless)).toEqual({ mediaType: 'image/jpeg', truncated: true });
});

test('BMP: kind, size and whether its rows are all there', () => {
  // 24 bits a pixel: a row of 70 pixels takes 210 bytes, filled up to 212.
  const bitmap = Buffer.alloc(54 + 212 * 40);
  bitmap.write('BM', 'latin1');
  for (const [at, value] of [
    [10, 54],
    [14, 40],
    [18, 70],
    [22, -40],
  ] as const)
    bitmap.writeInt32LE(value, at);
  bitmap.writeUInt16LE(24, 28);
  expect(inspectPicture(bitmap)).toEqual({ mediaType: 'image/bmp', width: 70, height: 40, truncated: false });
  expect(inspectPicture(bitmap.subarray(0, -1))).toEqual({ mediaType: 'image/bmp', width: 70, height: 40, truncated: true });
  expect(inspectPicture(bitmap.subarray(0, 20))).toEqual({ mediaType: 'image/bmp', truncated: true });
});

test('BMP: the header of OS/2, runs, and codings that are not read', () => {
  const core = Buffer.alloc(26 + 212 * 40);
  core.write('BM\0\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\x46\0\x28\0\x01\0\x18\0', 'latin1');
  expect(inspectPicture(core)).toEqual({ mediaType: 'image/bmp', width: 70, height: 40, truncated: false });
  expect(inspectPicture(core.subarray(0, -1))).toEqual({ mediaType: 'image/bmp', width: 70, height: 40, truncated: true });
  const coded = Buffer.alloc(54 + 100);
  coded.write('BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x46\0\0\0\x28\0\0\0\x01\0\x08\0\x01\0\0\0\x64', 'latin1');
  expect(inspectPicture(coded)).toEqual({ mediaType: 'image/bmp', width: 70, height: 40, truncated: false });
  expect(inspectPicture(coded.subarray(0, -1))).toEqual({ mediaType: 'image/bmp', width: 70, height: 40, truncated: true });
  coded[30] = 4;
  expect(inspectPicture(coded)).toEqual({ unreadable: 'BMP with a JPEG in it' });
  coded[14] = 13;
  expect(inspectPicture(coded)).toEqual({ damaged: 'a BMP has no header of 13 bytes.' });
});

const heif = (brands: string, ...boxes: Buffer[]) => {
  const type = Buffer.concat([Buffer.alloc(4), Buffer.from(`ftyp${brands.slice(0, 4)}\0\0\0\0${brands.slice(4)}`, 'latin1')]);
  type.writeUInt32BE(type.length, 0);
  return Buffer.concat([type, ...boxes]);
};
const sizeProperty = (width: number, height: number) => {
  const box = Buffer.from(`\0\0\0\x14ispe${'\0'.repeat(12)}`, 'latin1');
  box.writeUInt32BE(width, 12);
  box.writeUInt32BE(height, 16);
  return box;
};

test.each([
  ['heicmif1heic', 'image/heic'],
  ['mif1heicmiaf', 'image/heic'],
  ['msf1hevcmsf1', 'image/heic'],
  ['mif1avifmiaf', 'image/avif'],
])('a HEIF file of the brands %s: kind, the size of its largest picture, and whether it is all there', (brands, mediaType) => {
  const whole = heif(brands, sizeProperty(512, 512), sizeProperty(4032, 3024));
  expect(inspectPicture(whole)).toEqual({ mediaType, width: 4032, height: 3024, truncated: false });
  expect(inspectPicture(whole.subarray(0, -4))).toMatchObject({ mediaType, truncated: true });
});

test.each(['', '\x1b%-12345X@PJL\r\n'])('PDF behind %j, and whether it has an end', (before) => {
  const text = `${before}%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n`;
  expect(inspectPicture(Buffer.from(text, 'latin1'))).toEqual({ mediaType: 'application/pdf', truncated: false });
  expect(inspectPicture(Buffer.from(text.slice(0, -4), 'latin1'))).toEqual({ mediaType: 'application/pdf', truncated: true });
});

test('a size is known however little data there is behind it', async () => {
  const promising = await draw().png().toBuffer();
  promising.writeUInt32BE(20_000, 16);
  promising.writeUInt32BE(20_000, 20);
  expect(inspectPicture(promising)).toEqual({ mediaType: 'image/png', width: 20_000, height: 20_000, truncated: false });
});

test.each([['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>']])(
  '%s is known by name and not taken',
  (unreadable, text) => {
    expect(inspectPicture(Buffer.from(text, 'latin1'))).toEqual({ unreadable });
  },
);

test.each(['', 'hello', 'GIF', '\xff\xd8', '<html></html>', '\0'.repeat(100)])('%j is no picture', (text) => {
  expect(inspectPicture(Buffer.from(text, 'latin1'))).toBeUndefined();
});

test('no bytes whatever make it throw', async () => {
  const whole = await draw().jpeg().toBuffer();
  for (let position = 2; position < whole.length; position += 1) {
    for (const value of [0x00, 0xff, 0xda, 0xc0]) {
      const damaged = Buffer.from(whole);
      damaged[position] = value;
      expect(() => inspectPicture(damaged)).not.toThrow();
      expect(() => inspectPicture(damaged.subarray(0, position + 1))).not.toThrow();
    }
  }
});
