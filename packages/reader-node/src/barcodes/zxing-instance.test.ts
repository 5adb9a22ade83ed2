import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawBarcode } from '../../test/draw-barcode.ts';
import { openZxing } from './zxing-instance.ts';

async function drawPlane(text: string) {
  const picture = sharp(await drawBarcode(text, 'QRCode', { width: 300 })).greyscale();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

test('an instance whose memory was put back holds nothing of a plane, and reads the next one', async () => {
  const [one, other] = [await drawPlane('SPECIMEN 1'), await drawPlane('SPECIMEN 2')];
  const zxing = await (await openZxing())();
  const fresh = zxing.memory().slice();
  const textOf = (plane: typeof one) => zxing.scan(plane).map(({ text }) => text);
  expect(textOf(one)).toEqual(['SPECIMEN 1']);
  expect(Buffer.compare(zxing.memory(), fresh)).not.toBe(0);
  expect(zxing.renew()).toBe(true);
  expect(Buffer.compare(zxing.memory(), fresh)).toBe(0);
  expect(textOf(other)).toEqual(['SPECIMEN 2']);
});

test.each([
  [40, 30],
  [400, 300],
  [1500, 1100],
  [2300, 1800],
])('its memory is what it was after a plane of %i x %i pixels with bars and a code', async (width, height) => {
  const code = await drawPlane('SPECIMEN');
  const data = Uint8Array.from({ length: width * height }, (_, at) => (((at % width) * 7919) % 23 < 11 ? 20 : 235));
  for (let y = 0; y < Math.min(height, code.height); y++)
    data.set(code.data.subarray(y * code.width, y * code.width + Math.min(width, code.width)), y * width);
  const zxing = await (await openZxing())();
  const fresh = zxing.memory().slice();
  zxing.scan({ data, width, height });
  expect(Buffer.compare(zxing.memory(), fresh)).not.toBe(0);
  expect(zxing.renew()).toBe(true);
  expect(Buffer.compare(zxing.memory().subarray(0, fresh.length), fresh)).toBe(0);
  expect(
    zxing
      .memory()
      .subarray(fresh.length)
      .every((byte) => byte === 0),
  ).toBe(true);
});

test('an instance whose memory has grown far is not kept', async () => {
  const zxing = await (await openZxing())();
  const side = 3600;
  expect(zxing.scan({ data: new Uint8Array(side * side).fill(255), width: side, height: side })).toEqual([]);
  expect(zxing.renew()).toBe(false);
});
