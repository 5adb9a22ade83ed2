import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer';

const { resolve } = createRequire(import.meta.url);
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(resolve('zxing-wasm/writer/zxing_writer.wasm'))).buffer } });

export type Drawn = { readonly width: number; readonly height?: number };

/** A barcode as a PNG, so many pixels wide; bars are as high as is said. */
export async function drawBarcode(content: string | Uint8Array, format: WriterOptions['format'] & string, { width, height }: Drawn) {
  const { image, error } = await writeBarcode(content, { format, withQuietZones: true, sizeHint: 400 });
  if (!image) throw new Error(error);
  const png = Buffer.from(await image.arrayBuffer());
  const size = height === undefined ? { width } : { width, height, fit: 'fill' as const };
  return await sharp(png)
    .resize({ ...size, kernel: 'cubic' })
    .toBuffer();
}

/** In pixels. */
const wholeCard = { width: 1200, height: 760 };

export type Photo = { readonly degrees?: number; readonly blur?: number };

/** A card with a barcode, turned on a table and out of focus. */
export async function drawCardWith(barcode: Buffer, { degrees = 0, blur = 0 }: Photo = {}, size = wholeCard): Promise<Buffer> {
  const blank = sharp({ create: { ...size, channels: 3, background: '#dfe6ea' } });
  // As plain pixels in between: PNG takes longer than all the rest.
  const card = await pixelsOf(blank.composite([{ input: barcode, top: 180, left: 80 }]));
  const turned = await pixelsOf(card.rotate(degrees, { background: '#6b6256' }));
  return await (blur > 0 ? turned.blur(blur) : turned).jpeg().toBuffer();
}

async function pixelsOf(picture: Sharp): Promise<Sharp> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}
