import { isEngineError } from '@ocr-web/reader';
import { allRows } from '@ocr-web/reader/engine';
import { encode } from 'bmp-ts';
import { describe, expect, test } from 'vitest';
import { createPictureDecoder } from './create-picture-decoder.ts';

const decode = createPictureDecoder({ maxPixels: 100 });

async function decodePage(bytes: Uint8Array) {
  const { mediaType, openPage } = await decode(bytes);
  return { mediaType, ...(await openPage(0)) };
}
const [width, height] = [4, 2];
/** Rows of black and white pixels, as ABGR, which is what the encoder takes. */
const pixels = Buffer.from([0, 255, 0, 255, 255, 255, 0, 0].flatMap((shade) => [255, shade, shade, shade]));
const bitmap = (bitPP: 24 | 32): Buffer => encode({ data: pixels, width, height, bitPP }).data;

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const outcome = await decodePage(bytes)
    .then(async (picture) => allRows(await picture.planeAtLeast(1)))
    .catch((error) => error);
  return isEngineError(outcome) ? outcome.code : outcome;
}

describe('BMP', () => {
  test.each([24, 32] as const)('%i bits a pixel', async (bits) => {
    const picture = await decodePage(bitmap(bits));
    const plane = allRows(await picture.planeAtLeast(1));
    expect({ ...plane, data: [...plane.data] }).toEqual({ width, height, data: [0, 255, 0, 255, 255, 255, 0, 0] });
    expect(picture.mediaType).toBe('image/bmp');
  });

  test('cut off within its pixels or its header', async () => {
    expect(await refusalOf(bitmap(24).subarray(0, 60))).toBe('picture.corrupt');
    expect(await refusalOf(bitmap(24).subarray(0, 20))).toBe('picture.corrupt');
  });

  test('more pixels than allowed, told from the header', async () => {
    const large = Buffer.from(bitmap(24));
    large.writeInt32LE(1000, 18);
    expect(await refusalOf(large)).toBe('picture.too_large');
  });
});
