import { isEngineError } from '@ocr-web/reader';
import { allRows, type GreyPlane } from '@ocr-web/reader/engine';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPictureDecoder } from './create-picture-decoder.ts';

// One shade for each quarter, so that a turn or a mirror shows: 0 | 80 above 160 | 240, in blocks
// of 16 by 8 pixels.
const shades = [0, 80, 160, 240];
const [width, height] = [32, 16];
const grey = Uint8Array.from({ length: width * height }, (_, i) => shades[2 * Number(i >= 256) + Number(i % 32 >= 16)]!);
const raw = { raw: { width, height, channels: 1 as const } };
const quarters = () => sharp(grey, raw).toColourspace('srgb');

const maxPixels = 1_000_000;
const decode = createPictureDecoder({ maxPixels });

async function decodePage(bytes: Uint8Array) {
  const { mediaType, openPage } = await decode(bytes);
  return { mediaType, ...(await openPage(0)) };
}

/** The shade in the middle of each quarter: top left, top right, bottom left, bottom right. */
function quarterShades({ data, width: w, height: h }: GreyPlane): number[] {
  return [1, 3].flatMap((row) => [1, 3].map((column) => data[Math.floor((row * h) / 4) * w + Math.floor((column * w) / 4)]!));
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const outcome = await decodePage(bytes)
    .then(async (picture) => allRows(await picture.planeAtLeast(0.1)))
    .then(
      () => 'read',
      (error) => error,
    );
  return isEngineError(outcome) ? outcome.code : String(outcome);
}

describe('what a picture says, whatever its kind', () => {
  test.each([
    ['image/jpeg', () => quarters().jpeg({ quality: 100 })],
    ['image/jpeg', () => quarters().jpeg({ quality: 100, progressive: true })],
    ['image/png', () => quarters().png()],
    ['image/png', () => quarters().png({ palette: true })],
    ['image/png', () => sharp(grey, raw).toColourspace('grey16').png()],
    ['image/png', () => sharp(grey, raw).toColourspace('rgb16').png()],
    ['image/webp', () => quarters().webp({ lossless: true })],
    ['image/tiff', () => quarters().tiff()],
    ['image/tiff', () => sharp(grey, raw).toColourspace('rgb16').tiff({ compression: 'lzw' })],
    ['image/gif', () => quarters().gif()],
    ['image/avif', () => quarters().avif({ quality: 90 })],
  ] as const)('%s %#', async (mediaType, encode) => {
    const picture = await decodePage(await encode().toBuffer());
    const plane = allRows(await picture.planeAtLeast(1));
    const measured = quarterShades(plane).map((shade, i) => Math.abs(shade - shades[i]!));
    expect({ mediaType: picture.mediaType, width: picture.width, height: picture.height }).toEqual({ mediaType, width, height });
    expect([plane.width, plane.height]).toEqual([width, height]);
    expect(Math.max(...measured), measured.join(' ')).toBeLessThanOrEqual(4);
  });

  test('a JPEG for the printer, as far as its inks tell without their profile', async () => {
    const page = await decodePage(await sharp(grey, raw).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer());
    const plane = allRows(await page.planeAtLeast(1));
    expect(quarterShades(plane).filter((shade, i) => Math.abs(shade - shades[i]!) > 12)).toEqual([]);
  });

  test('transparency lies on white', async () => {
    const clear = await sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const plane = allRows(await (await decodePage(clear)).planeAtLeast(1));
    expect([...plane.data]).toEqual(new Array(16).fill(255));
  });
});

describe('EXIF orientation', () => {
  // What an upright viewer shows for each of the eight values, read off the definition in the EXIF
  // standard (tag 0x0112).
  test.each([
    [1, [0, 80, 160, 240]],
    [2, [80, 0, 240, 160]],
    [3, [240, 160, 80, 0]],
    [4, [160, 240, 0, 80]],
    [5, [0, 160, 80, 240]],
    [6, [160, 0, 240, 80]],
    [7, [240, 80, 160, 0]],
    [8, [80, 240, 0, 160]],
  ])('%i', async (orientation, expected) => {
    const picture = await decodePage(await quarters().withMetadata({ orientation }).png().toBuffer());
    const [full, half] = [allRows(await picture.planeAtLeast(1)), allRows(await picture.planeAtLeast(0.5))];
    const upright = orientation < 5 ? [width, height] : [height, width];
    expect([picture.width, picture.height]).toEqual(upright);
    expect([half.width, half.height]).toEqual(upright.map((side) => side / 2));
    expect([quarterShades(full), quarterShades(half)]).toEqual([expected, expected]);
  });
});

describe('planes', () => {
  test('are at least as wide as asked, made once, and never larger than the picture', async () => {
    const picture = await decodePage(await sharp(grey, raw).resize(1000, 800, { fit: 'fill' }).png().toBuffer());
    const widths = await Promise.all([0.01, 0.13, 0.26, 0.5, 0.51, 1, 7].map(async (scale) => (await picture.planeAtLeast(scale)).width));
    expect(widths).toEqual([15, 250, 500, 500, 1000, 1000, 1000]);
    expect(await picture.planeAtLeast(0.26)).toBe(await picture.planeAtLeast(0.3));
  });
});

test.each([false, true])('a JPEG that lost its end shows what is left (progressive: %s)', async (progressive) => {
  const whole = await sharp(grey, raw).resize(320, 160, { kernel: 'nearest' }).jpeg({ quality: 95, progressive }).toBuffer();
  const picture = await decode(whole.subarray(0, -2));
  const plane = allRows(await (await picture.openPage(0)).planeAtLeast(1));
  expect([picture.incomplete, (await decode(whole)).incomplete]).toEqual([true, false]);
  const off = quarterShades(plane).map((shade, i) => Math.abs(shade - shades[i]!));
  expect(Math.max(...off), off.join(' ')).toBeLessThanOrEqual(6);
});

describe('refusals', () => {
  const cut = (bytes: Buffer, part: number) => bytes.subarray(0, Math.floor(bytes.length * part));
  // Noise, so that the files are long enough to be cut anywhere.
  const noise = () =>
    sharp({ create: { width: 200, height: 150, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: 'white' } });

  test.each([
    ['jpeg', 0.01],
    ['png', 0.5],
    ['png', 0.95],
    ['webp', 0.5],
    ['tiff', 0.5],
    ['gif', 0.5],
    ['avif', 0.5],
  ] as const)('a %s cut off at %d of its length', async (format, part) => {
    expect(await refusalOf(cut(await noise().toFormat(format).toBuffer(), part))).toBe('picture.corrupt');
  });

  test('too many pixels, told before the pixels, which are damaged here', async () => {
    const large = await sharp({ create: { width: 1001, height: 1000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await refusalOf(cut(large, 0.5))).toBe('picture.too_large');
  });

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['SVG with a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['text', 'P<UTOERIKSSON<<ANNA<MARIA'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    expect(await refusalOf(Buffer.from(text, 'latin1'))).toBe('picture.unsupported');
  });

  test('SVG in spite of a JPEG signature does not reach another loader', async () => {
    expect(await refusalOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<svg/>')]))).toBe('picture.corrupt');
  });
});
