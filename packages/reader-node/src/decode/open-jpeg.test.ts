import { allRows, type GreyPlane } from '@ocr-web/reader/engine';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { createGreyJpegDecoder, type LoadJpegTurbo } from './decode-grey-jpeg.ts';
import { createJpegOpener } from './open-jpeg.ts';
import { createVipsOpener } from './open-with-libvips.ts';

// Sides that no block of 8 or 16 pixels and no square of 64 divides; waves, so that every place has
// a shade of its own.
const [width, height] = [141, 75];
const waves = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
  const [x, y, channel] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
  return 128 + 60 * Math.sin(x / 11 + channel / 4) + 60 * Math.cos(y / 7);
});
const picture = () => sharp(waves, { raw: { width, height, channels: 3 } });
const jpeg = (options: object = {}, from: Sharp = picture()) => from.jpeg({ quality: 95, ...options }).toBuffer();

const openWithLibvips = createVipsOpener();
const decodeGreyJpeg = createGreyJpegDecoder();

/** The plane, and which library it came from. */
async function open(bytes: Uint8Array, level = 0, decode = decodeGreyJpeg) {
  let by = 'libvips';
  const openJpeg = createJpegOpener(openWithLibvips, async (...call) => {
    const plane = await decode(...call);
    if (plane) by = 'libjpeg-turbo';
    return plane;
  });
  const file = await openJpeg(bytes);
  const page = await file.openPage(0);
  const plane = allRows(await page.decodePlane(level));
  const copy = { ...plane, data: plane.data.slice() };
  file.close();
  return { by, plane: copy, size: [page.width, page.height] };
}

async function isHandedToTurbo(bytes: Uint8Array): Promise<boolean> {
  let isHanded = false;
  const decode = () => {
    isHanded = true;
    return Promise.resolve(undefined);
  };
  await open(bytes, 3, decode).catch(() => undefined);
  return isHanded;
}

async function openAsLibvips(bytes: Uint8Array, level = 0): Promise<GreyPlane> {
  const page = await (await openWithLibvips(bytes)).openPage(0);
  return allRows(await page.decodePlane(level));
}

function largestDifference(one: GreyPlane, other: GreyPlane): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  return Math.max(...one.data.map((grey, at) => Math.abs(grey - other.data[at]!)));
}

describe('brightness as it is stored is what libvips gives, but for its rounding', () => {
  it.each([
    ['usual', () => jpeg()],
    ['colours as fine as brightness', () => jpeg({ chromaSubsampling: '4:4:4' })],
    ['progressive', () => jpeg({ progressive: true })],
    ['grey', () => jpeg({}, picture().toColourspace('b-w'))],
    ['one pixel', () => jpeg({}, picture().resize(1, 1))],
    ['one row', () => jpeg({}, picture().resize(width, 1, { fit: 'fill' }))],
  ])('%s', async (_, encode) => {
    const bytes = await encode();
    const { by, plane } = await open(bytes);
    expect(by).toBe('libjpeg-turbo');
    expect(largestDifference(plane, await openAsLibvips(bytes))).toBeLessThanOrEqual(4);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i', async (orientation) => {
    const bytes = await jpeg({}, picture().withMetadata({ orientation }));
    const { by, plane, size } = await open(bytes);
    const upright = orientation < 5 ? [width, height] : [height, width];
    expect({ by, size }).toEqual({ by: 'libjpeg-turbo', size: upright });
    expect(largestDifference(plane, await openAsLibvips(bytes))).toBeLessThanOrEqual(4);
  });

  it.each([1, 3, 6, 8])('half as wide and high, orientation %i', async (orientation) => {
    const even = picture().resize(140, 74, { fit: 'fill' });
    const bytes = await jpeg({}, even.withMetadata({ orientation }));
    const { by, plane } = await open(bytes, 1);
    expect(by).toBe('libjpeg-turbo');
    expect(largestDifference(plane, await openAsLibvips(bytes, 1))).toBeLessThanOrEqual(4);
  });
});

describe('libvips decides', () => {
  const strayBytes = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 2), Buffer.from([0, 0, 0]), bytes.subarray(2)]);

  it.each([
    ['a file for the printer', async () => jpeg({}, picture().toColourspace('cmyk'))],
    ['stray bytes between segments', async () => strayBytes(await jpeg())],
  ])('%s', async (_, encode) => {
    const bytes = await encode();
    const { by, plane } = await open(bytes);
    expect(by).toBe('libvips');
    expect(largestDifference(plane, await openAsLibvips(bytes))).toBe(0);
  });

  it('a file without its end, of which it gives what is left', async () => {
    const bytes = await jpeg();
    const { by, plane } = await open(bytes.subarray(0, -2));
    expect(by).toBe('libvips');
    expect(largestDifference(plane, await openAsLibvips(bytes))).toBe(0);
    expect((await open(bytes.subarray(0, bytes.length >> 1))).size).toEqual([width, height]);
  });

  it('more scans than any encoder writes: each takes a pass over all pixels', async () => {
    const bytes = await jpeg({ progressive: true });
    const lastScan = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
    const scans = new Array(1000).fill(bytes.subarray(lastScan, -2));
    expect(await isHandedToTurbo(Buffer.concat([bytes.subarray(0, -2), ...scans, bytes.subarray(-2)]))).toBe(false);
  });

  it('more pixels than are decoded in full, told from the header', async () => {
    const resized = async (columns: number, rows: number) => {
      const bytes = await jpeg();
      const startOfFrame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
      bytes.writeUInt16BE(rows, startOfFrame + 5);
      bytes.writeUInt16BE(columns, startOfFrame + 7);
      return bytes;
    };
    const asked = [await isHandedToTurbo(await resized(8192, 6144)), await isHandedToTurbo(await resized(10_000, 5101))];
    expect(asked).toEqual([true, false]);
  });

  it('libjpeg-turbo decodes another size than the header says', async () => {
    const decode = createGreyJpegDecoder(() =>
      Promise.resolve({ FORMAT_GRAY: 0, decompressSync: () => ({ width: height, height: width }) }),
    );
    expect((await open(await jpeg(), 0, decode)).by).toBe('libvips');
  });

  it('libjpeg-turbo is missing, which is found out once', async () => {
    let loads = 0;
    const load: LoadJpegTurbo = () => {
      loads++;
      return Promise.reject(new Error('no binding'));
    };
    const decode = createGreyJpegDecoder(load);
    const outcomes = [await open(await jpeg(), 0, decode), await open(await jpeg(), 1, decode)];
    expect([outcomes.map(({ by, plane }) => [by, plane.width]), loads]).toEqual([
      [
        ['libvips', width],
        ['libvips', width >> 1],
      ],
      1,
    ]);
  });
});

it('decodes once for all planes, and gives their memory back', async () => {
  let decoded = 0;
  const openJpeg = createJpegOpener(openWithLibvips, (...call) => {
    decoded++;
    return decodeGreyJpeg(...call);
  });
  const file = await openJpeg(await jpeg({}, picture().withMetadata({ orientation: 6 })));
  const page = await file.openPage(0);
  const planes = await Promise.all([2, 0, 1].map(async (level) => allRows(await page.decodePlane(level))));
  const widths = planes.map((plane) => plane.width);
  file.close();
  expect([widths, decoded, planes.map((plane) => plane.data.length)]).toEqual([[18, 75, 37], 1, [0, 0, 0]]);
});
