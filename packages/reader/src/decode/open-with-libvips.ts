import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { colourPlane } from './colour-plane.ts';
import { type InterleavedPixels, lumaPlane } from './luma-plane.ts';
import type { OpenFile, PageSource } from './page-source.ts';

/** Loaders of libvips that may run at all; the signature has chosen before, this is the second lock on SVG and its like. */
const allowedLoaders = ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

/**
 * Larger pictures are first decoded at a half, a quarter …: that keeps a reader's memory bounded, and print that needs more is rare. A JPEG
 * shrinks while it is decoded, so that little is lost when a finer plane is asked for later; other formats are decoded whole in any case.
 */
const roomyPixels = { jpeg: 2_000_000, other: 25_000_000 };

/** A warning (a stray byte between segments, as some phones write) does not refuse a picture, a missing end does. */
const decodeOptions: SharpOptions = { failOn: 'error', limitInputPixels: false, sequentialRead: true, ignoreIcc: true };

/** Sets libvips up for one picture at a time in this process: one thread, no cache, no loader but those of the kinds that are read. */
export function createVipsOpener(): OpenFile {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: allowedLoaders });
  return async (bytes) => {
    const first = await sharp(bytes, decodeOptions).metadata();
    return {
      // What libvips calls the pages of a GIF, a WebP or an AVIF are the frames of an animation.
      pageCount: first.format === 'tiff' ? (first.pages ?? 1) : 1,
      openPage: async (page) => {
        const options = { ...decodeOptions, page };
        return openPage(bytes, page === 0 ? first : await sharp(bytes, options).metadata(), options);
      },
      close: () => undefined,
    };
  };
}

function openPage(bytes: Uint8Array, header: Metadata, options: SharpOptions): PageSource {
  const { width, height } = header.autoOrient;
  const roomy = header.format === 'jpeg' ? roomyPixels.jpeg : roomyPixels.other;
  return {
    width,
    height,
    coarsestDecoded: Math.max(0, Math.ceil(Math.log2((width * height) / roomy) / 2)),
    decodePlane: async (level) => lumaPlane(await decodePixels(bytes, header, options, level)),
    decodeColours: async (level) => colourPlane(await decodePixels(bytes, header, options, level)),
  };
}

async function decodePixels(bytes: Uint8Array, header: Metadata, options: SharpOptions, level: number): Promise<InterleavedPixels> {
  const picture = sharp(bytes, options).autoOrient();
  if (header.hasAlpha) picture.flatten({ background: 'white' });
  if (level > 0) {
    const shrink = (side: number) => Math.max(1, side >> level);
    picture.resize(shrink(header.autoOrient.width), shrink(header.autoOrient.height), { fit: 'fill', kernel: 'linear' });
  }
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}
