import sharp, { type Metadata, type SharpOptions } from 'sharp';
import type { DecodedPicture, DecodePicture, MediaType } from '../decoded-picture.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { GreyPlane } from '../geometry/grey-plane.ts';
import { decodeBmpPlane, readBmpSize } from './bmp-plane.ts';
import { halvePlane } from './halve-plane.ts';
import { identifyMediaType } from './identify-media-type.ts';
import { lumaPlane } from './luma-plane.ts';

export type DecodeLimits = {
  /** Width times height above which a picture is refused before a pixel is decoded. */
  readonly maxPixels: number;
};

/** Loaders of libvips that may run at all; the signature has chosen before, this is the second lock on SVG and its like. */
const allowedLoaders = ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

/**
 * Larger pictures are first decoded at a half, a quarter …: that keeps a reader's memory bounded, and print that needs more is rare. A JPEG
 * shrinks while it is decoded, so that little is lost when a finer plane is asked for later; other formats are decoded whole in any case.
 */
const roomyPixels = { jpeg: 2_000_000, other: 25_000_000 };

/** A warning (a stray byte between segments, as some phones write) does not refuse a picture, a missing end does. */
const decodeOptions: SharpOptions = { failOn: 'error', limitInputPixels: false, sequentialRead: true, ignoreIcc: true };

/** The decoder of Node, on libvips. Sets it up for one picture at a time in this process: one thread, no cache, no other loader. */
export function createPictureDecoder({ maxPixels }: DecodeLimits): DecodePicture {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: allowedLoaders });
  return async (bytes) => {
    const mediaType = identifyMediaType(bytes);
    if (typeof mediaType === 'object') throw unsupported(mediaType.refused);
    const source = await orCorrupt(mediaType, async () => (mediaType === 'image/bmp' ? openBmp(bytes) : openWithLibvips(bytes)));
    const { width, height } = source;
    if (width * height > maxPixels) {
      throw new EngineError('picture.too_large', `The picture has ${width} x ${height} pixels, more than the limit of ${maxPixels}.`);
    }
    return openPicture(mediaType, source);
  };
}

/** A file whose header was read: its size as it is looked at, and its pixels at full size (level 0), a half, a quarter … */
type PictureSource = {
  readonly width: number;
  readonly height: number;
  /** The coarsest level that is decoded; coarser planes are made from finer ones. */
  readonly coarsestDecoded: number;
  readonly decodePlane: (level: number) => Promise<GreyPlane>;
};

function openBmp(bytes: Uint8Array): PictureSource {
  return { ...readBmpSize(bytes), coarsestDecoded: 0, decodePlane: () => Promise.resolve(decodeBmpPlane(bytes)) };
}

async function openWithLibvips(bytes: Uint8Array): Promise<PictureSource> {
  const header = await sharp(bytes, decodeOptions).metadata();
  const { width, height } = header.autoOrient;
  const roomy = header.format === 'jpeg' ? roomyPixels.jpeg : roomyPixels.other;
  const coarsestDecoded = Math.max(0, Math.ceil(Math.log2((width * height) / roomy) / 2));
  return { width, height, coarsestDecoded, decodePlane: (level) => decodePlane(bytes, header, level) };
}

/** Planes at full size, a half, a quarter …: level n is 2^n times smaller. Whatever was made is kept and the next ones are made from it. */
function openPicture(mediaType: MediaType, { width, height, coarsestDecoded, decodePlane }: PictureSource): DecodedPicture {
  const levels = new Map<number, Promise<GreyPlane>>();
  const planeAtLevel = (level: number): Promise<GreyPlane> => {
    const made = levels.get(level);
    if (made) return made;
    const isDecoded = level <= coarsestDecoded && !levels.has(level - 1);
    const plane = isDecoded ? orCorrupt(mediaType, async () => decodePlane(level)) : planeAtLevel(level - 1).then(halvePlane);
    levels.set(level, plane);
    return plane;
  };
  const coarsestLevel = Math.floor(Math.log2(Math.min(width, height)));
  return {
    mediaType,
    width,
    height,
    planeAtLeast: (scale) => {
      if (!(scale > 0)) throw new RangeError(`A plane's scale must be above 0, not ${scale}`);
      return planeAtLevel(Math.min(coarsestLevel, Math.floor(Math.log2(1 / Math.min(1, scale)))));
    },
  };
}

async function decodePlane(bytes: Uint8Array, header: Metadata, level: number): Promise<GreyPlane> {
  const picture = sharp(bytes, decodeOptions).autoOrient();
  if (header.hasAlpha) picture.flatten({ background: 'white' });
  if (level > 0) {
    const shrink = (side: number) => Math.max(1, side >> level);
    picture.resize(shrink(header.autoOrient.width), shrink(header.autoOrient.height), { fit: 'fill', kernel: 'linear' });
  }
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return lumaPlane({ data, width: info.width, height: info.height, channels: info.channels });
}

async function orCorrupt<Result>(mediaType: MediaType, decode: () => Promise<Result>): Promise<Result> {
  try {
    return await decode();
  } catch (cause) {
    throw new EngineError('picture.corrupt', `The file begins like ${mediaType} but cannot be decoded: it is damaged or cut off.`, {
      cause,
    });
  }
}

function unsupported(kind: string): EngineError {
  return new EngineError('picture.unsupported', `The file is ${kind}. Send a JPEG, PNG, WebP, TIFF, GIF, AVIF or BMP picture.`);
}
