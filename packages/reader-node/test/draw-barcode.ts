import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
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

export type Photo = { readonly degrees?: number; readonly blur?: number };

/** A card of 1200 x 760 pixels with a barcode, turned on a table and out of focus. */
export async function drawCardWith(barcode: Buffer, { degrees = 0, blur = 0 }: Photo = {}): Promise<Buffer> {
  const blank = sharp({ create: { width: 1200, height: 760, channels: 3, background: '#dfe6ea' } });
  const card = await blank
    .composite([{ input: barcode, top: 180, left: 80 }])
    .png()
    .toBuffer();
  const turned = await sharp(card).rotate(degrees, { background: '#6b6256' }).png().toBuffer();
  return blur > 0 ? await sharp(turned).blur(blur).jpeg().toBuffer() : await sharp(turned).jpeg().toBuffer();
}
