import {
  colourPlane,
  type FileSource,
  freeMemory,
  halvedLumaPlane,
  type InterleavedPixels,
  lazyLumaPlane,
  lumaPlane,
  type PageSource,
  readPixelAspect,
  wholePlane,
} from '@ocr-web/reader/engine';
import sharp, { type Metadata, type SharpOptions } from 'sharp';

/**
 * Loaders of libvips that may run at all; the signature has chosen before, this is the second lock
 * on SVG and its like.
 */
const allowedLoaders = ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

/**
 * Larger pictures are first decoded at a half, a quarter …: that keeps a reader's memory bounded,
 * and print that needs more is rare. A JPEG shrinks while it is decoded, so that little is lost
 * when a finer plane is asked for later; other formats are decoded whole in any case.
 */
const roomyPixels = { jpeg: 2_000_000, other: 25_000_000 };

/**
 * Of no more pixels than this the colours are kept for the while, so that a plane is made of them
 * where it is looked at only.
 */
const keptPixels = 16_000_000;

/**
 * A warning (a stray byte between segments, as some phones write) does not refuse a picture, a
 * missing end does.
 */
const decodeOptions: SharpOptions = { failOn: 'error', limitInputPixels: false, sequentialRead: true, ignoreIcc: true };

/** Of a file whose end is known to be missing: what is left counts. */
const incompleteOptions: SharpOptions = { ...decodeOptions, failOn: 'none' };

/**
 * A file as libvips reads it; `header` is what it says of its first page before any orientation is
 * applied.
 */
type VipsFile = FileSource & { readonly header: Metadata };
export type OpenVipsFile = (bytes: Uint8Array, incomplete?: boolean) => Promise<VipsFile>;

/** The colours of the page that is open, by level. */
type KeptPixels = Map<number, Promise<InterleavedPixels>>;

/**
 * Sets libvips up for one picture at a time in this process: one thread, no cache, no loader but
 * those of the kinds that are read.
 */
export function createVipsOpener(): OpenVipsFile {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: allowedLoaders });
  return async (bytes, incomplete = false) => {
    const fileOptions = incomplete ? incompleteOptions : decodeOptions;
    const first = await sharp(bytes, fileOptions).metadata();
    const kept: KeptPixels = new Map();
    const free = () => {
      for (const pixels of kept.values()) pixels.then(({ data }) => freeMemory(data)).catch(() => undefined);
      kept.clear();
    };
    return {
      header: first,
      incomplete,
      // What libvips calls the pages of a GIF, a WebP or an AVIF are the frames of an animation.
      pageCount: first.format === 'tiff' ? (first.pages ?? 1) : 1,
      openPage: async (page) => {
        const options = { ...fileOptions, page };
        free();
        return openPage(bytes, page === 0 ? first : await sharp(bytes, options).metadata(), options, kept);
      },
      close: free,
    };
  };
}

/** The level at which so many pixels are decoded first, and the coarsest that is not halved. */
function planLevels(pixels: number, roomy: number) {
  const coarsest = Math.max(0, Math.ceil(Math.log2(pixels / roomy) / 2));
  const isKept = (level: number) => pixels / 4 ** level <= keptPixels;
  return { coarsest, isKept, coarsestDecoded: isKept(coarsest) ? coarsest + 1 : coarsest };
}

/** The coarsest plane of a JPEG of so many pixels that libvips gives. */
export function coarsestOfJpeg(pixels: number): number {
  return planLevels(pixels, roomyPixels.jpeg).coarsestDecoded;
}

function openPage(bytes: Uint8Array, header: Metadata, options: SharpOptions, kept: KeptPixels): PageSource {
  const { width, height } = header.autoOrient;
  const roomy = header.format === 'jpeg' ? roomyPixels.jpeg : roomyPixels.other;
  const { coarsest, isKept, coarsestDecoded } = planLevels(width * height, roomy);
  const keepPixels = (level: number) => {
    const pixels = kept.get(level) ?? decodePixels(bytes, header, options, level);
    kept.set(level, pixels);
    return pixels;
  };
  return {
    width,
    height,
    pixelAspect: readUprightAspect(bytes, header, options.page),
    coarsestDecoded,
    decodePlane: async (level) => {
      const finer = level > coarsest ? keepPixels(coarsest) : kept.get(level - 1);
      if (finer) return wholePlane(halvedLumaPlane(await finer));
      if (isKept(level)) return lazyLumaPlane(await keepPixels(level));
      const pixels = await decodePixels(bytes, header, options, level);
      const plane = lumaPlane(pixels);
      if (plane.data !== pixels.data) freeMemory(pixels.data);
      return wholePlane(plane);
    },
    decodeColours: async (level) => colourPlane(await decodePixels(bytes, header, options, level)),
  };
}

/** As the picture is looked at: orientations from 5 on swap rows and columns (EXIF 2.32, 4.6.4). */
function readUprightAspect(bytes: Uint8Array, { orientation = 1 }: Metadata, page = 0): number | undefined {
  const aspect = readPixelAspect(bytes, page);
  return aspect !== undefined && orientation >= 5 ? 1 / aspect : aspect;
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
