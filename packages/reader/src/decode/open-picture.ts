import { EngineError, isEngineError } from '../engine-error.ts';
import type { MediaType } from '../media/picture-kind.ts';
import type { DecodedPicture } from './decoded-picture.ts';
import { layPlanes } from './lay-planes.ts';
import type { OpenFile, PageSource } from './page-source.ts';
import { squarePixels } from './square-pixels.ts';

export type DecodeLimits = {
  /** Width times height above which a page is refused before a pixel is decoded. */
  readonly maxPixels: number;
  /** A file with more pages is refused before a page is opened. Without it all pages are read. */
  readonly maxPages?: number;
};

/**
 * A picture of a file, as the reader takes it: within the limits, in square pixels, with planes at
 * full size, a half, a quarter …
 *
 * @param open how files of this kind are opened
 * @throws EngineError `picture.too_many_pages`, and `picture.corrupt` for whatever else `open`
 *   throws
 */
export async function openPicture(bytes: Uint8Array, mediaType: MediaType, open: OpenFile, limits: DecodeLimits): Promise<DecodedPicture> {
  const { maxPixels, maxPages = Number.POSITIVE_INFINITY } = limits;
  const file = await orCorrupt(mediaType, () => open(bytes));
  const { pageCount, incomplete = false, close } = file;
  if (pageCount > maxPages) {
    close();
    const sentence = `The file has ${pageCount} pages, more than the limit of ${maxPages}. Send the ones that matter.`;
    throw new EngineError('picture.too_many_pages', sentence);
  }
  return {
    mediaType,
    pageCount,
    incomplete,
    close,
    openPage: async (index) => {
      const source = await orCorrupt(mediaType, async () => withPixels(await file.openPage(index)));
      refuseLarge(source, maxPixels);
      const guarded: PageSource = {
        ...source,
        decodePlane: (level) => orCorrupt(mediaType, () => source.decodePlane(level)),
        decodeColours: (level) => orCorrupt(mediaType, () => source.decodeColours(level)),
      };
      return layPlanes(squarePixels(guarded, maxPixels));
    },
  };
}

/**
 * What a damaged header says may be no size at all, and nothing could be cut out of such a page.
 */
function withPixels(page: PageSource): PageSource {
  const { width, height } = page;
  if (Number.isSafeInteger(width) && Number.isSafeInteger(height) && Math.min(width, height) > 0) return page;
  throw new RangeError(`The page has ${width} x ${height} pixels.`);
}

/** @throws EngineError `picture.too_large` */
export function refuseLarge({ width, height }: { readonly width: number; readonly height: number }, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  throw new EngineError('picture.too_large', `The picture has ${width} x ${height} pixels, more than the limit of ${maxPixels}.`);
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
