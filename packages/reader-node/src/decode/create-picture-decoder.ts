import { acceptedKinds, EngineError, isEngineError, type MediaType } from '@ocr-web/reader';
import {
  allRows,
  type DecodedPage,
  type DecodedPicture,
  type DecodePicture,
  halvePlane,
  identifyPicture,
  type LazyPlane,
  wholePlane,
} from '@ocr-web/reader/engine';
import { createGreyJpegDecoder } from './decode-grey-jpeg.ts';
import { openBmp } from './open-bmp.ts';
import { createHeicOpener } from './open-heic.ts';
import { createJpegOpener } from './open-jpeg.ts';
import { createPdfOpener } from './open-pdf.ts';
import { createVipsOpener } from './open-with-libvips.ts';
import type { FileSource, OpenFile } from './page-source.ts';
import { type SquarePage, squarePixels } from './square-pixels.ts';

export type DecodeLimits = {
  /** Width times height above which a page is refused before a pixel is decoded. */
  readonly maxPixels: number;
  /** A file with more pages is refused before a page is opened. Without it all pages are read. */
  readonly maxPages?: number;
};

/**
 * The decoder of Node: libvips, what it lacks, and libjpeg-turbo, which is faster. It sets libvips
 * up for one picture at a time in this process.
 */
export function createPictureDecoder(limits: DecodeLimits): DecodePicture {
  const openWithLibvips = createVipsOpener();
  const openers: Partial<Record<MediaType, OpenFile>> = {
    'image/jpeg': createJpegOpener(openWithLibvips, createGreyJpegDecoder()),
    'image/bmp': openBmp,
    'image/heic': createHeicOpener(),
    'application/pdf': createPdfOpener(limits),
  };
  return async (bytes) => {
    const kind = identifyPicture(bytes);
    if (!kind || 'unreadable' in kind) throw unsupported(kind ? kind.unreadable : bytes.length === 0 ? 'an empty file' : 'not a picture');
    const { mediaType } = kind;
    const open = openers[mediaType] ?? openWithLibvips;
    const file = await orCorrupt(mediaType, () => open(bytes));
    const { maxPages = Number.POSITIVE_INFINITY } = limits;
    if (file.pageCount > maxPages) {
      file.close();
      const sentence = `The file has ${file.pageCount} pages, more than the limit of ${maxPages}. Send the ones that matter.`;
      throw new EngineError('picture.too_many_pages', sentence);
    }
    return openPicture(mediaType, file, limits);
  };
}

function openPicture(
  mediaType: MediaType,
  { pageCount, incomplete = false, openPage, close }: FileSource,
  { maxPixels }: DecodeLimits,
): DecodedPicture {
  return {
    mediaType,
    pageCount,
    incomplete,
    close,
    openPage: async (index) => {
      const source = await orCorrupt(mediaType, () => openPage(index));
      const { width, height } = source;
      if (width * height > maxPixels) {
        throw new EngineError('picture.too_large', `The picture has ${width} x ${height} pixels, more than the limit of ${maxPixels}.`);
      }
      return layPlanes(mediaType, squarePixels(source, maxPixels));
    },
  };
}

/**
 * Planes at full size, a half, a quarter …: level n is 2^n times smaller. Whatever was made is
 * kept.
 */
function layPlanes(mediaType: MediaType, { width, height, stored, coarsestDecoded, decodePlane, decodeColours }: SquarePage): DecodedPage {
  const levels = new Map<number, Promise<LazyPlane>>();
  const planeAtLevel = (level: number): Promise<LazyPlane> => {
    const made = levels.get(level);
    if (made) return made;
    const halved = async () => wholePlane(halvePlane(allRows(await planeAtLevel(level - 1))));
    const plane = level <= coarsestDecoded ? orCorrupt(mediaType, () => decodePlane(level)) : halved();
    levels.set(level, plane);
    return plane;
  };
  const coarsestLevel = Math.floor(Math.log2(Math.min(width, height)));
  const levelOf = (scale: number) => {
    if (!(scale > 0)) throw new RangeError(`A plane's scale must be above 0, not ${scale}`);
    return Math.min(coarsestLevel, Math.floor(Math.log2(1 / Math.min(1, scale))));
  };
  return {
    width,
    height,
    ...(stored && { stored }),
    planeAtLeast: (scale) => planeAtLevel(levelOf(scale)),
    coloursAtLeast: (scale) => orCorrupt(mediaType, () => decodeColours(levelOf(scale))),
  };
}

/** `decode` is called within, so that what it throws at once counts as well. */
async function orCorrupt<Result>(mediaType: MediaType, decode: () => Promise<Result>): Promise<Result> {
  try {
    return await decode();
  } catch (cause) {
    if (isEngineError(cause)) throw cause;
    throw new EngineError('picture.corrupt', `The file begins like ${mediaType} but cannot be decoded: it is damaged or cut off.`, {
      cause,
    });
  }
}

function unsupported(kind: string): EngineError {
  return new EngineError('picture.unsupported', `The file is ${kind}. ${acceptedKinds}`);
}
