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

test('an instance whose memory has grown far is not kept', async () => {
  const zxing = await (await openZxing())();
  const side = 3600;
  expect(zxing.scan({ data: new Uint8Array(side * side).fill(255), width: side, height: side })).toEqual([]);
  expect(zxing.renew()).toBe(false);
});
