import sharp from 'sharp';
import type { EncodePng } from '../draw/drawing.ts';

/** Writes a PNG with libvips. */
export const encodePng: EncodePng = async ({ data, width, height }) =>
  await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
