import type { ColourPlane } from '@ocr-web/reader/engine';
import sharp from 'sharp';

/** Writes colours as a PNG file, with libvips. */
export async function encodePng({ data, width, height }: ColourPlane): Promise<Uint8Array> {
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
