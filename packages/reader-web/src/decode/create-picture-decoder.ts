import { acceptedKinds, EngineError, inspectPicture, type MediaType } from '@ocr-web/reader';
import {
  type DecodeLimits,
  type DecodePicture,
  type FileSource,
  openPicture,
  readPixelAspect,
  refuseLarge,
  singlePage,
} from '@ocr-web/reader/engine';
import { bitmapPage } from './bitmap-page.ts';
import type { ReadBitmapRows } from './read-bitmap-rows.ts';
import { turnBitmap } from './turn-bitmap.ts';
import { takeWebpOrientation } from './webp-orientation.ts';

/** Kinds that no browser decodes, or only the first page of. */
const undecodable: readonly MediaType[] = ['image/tiff', 'application/pdf'];
/** ITU-T T.81, B.1.1.3. */
const endOfJpeg = new Uint8Array([0xff, 0xd9]);

type StoredSize = { readonly width?: number; readonly height?: number };

/** The decoder of browsers: their own, for the kinds that they know. */
export function createPictureDecoder(limits: DecodeLimits, readRows: ReadBitmapRows): DecodePicture {
  return async (bytes) => {
    const facts = inspectPicture(bytes);
    if (!facts) throw refuse(bytes.length === 0 ? 'an empty file' : 'not a picture', acceptedKinds);
    if ('unreadable' in facts) throw refuse(facts.unreadable, acceptedKinds);
    if ('damaged' in facts) throw new EngineError('picture.corrupt', `The file is damaged: ${facts.damaged}`);
    const { mediaType, width = 0, height = 0, truncated, hasPixels = false } = facts;
    if (undecodable.includes(mediaType)) throw refuseHere(mediaType);
    refuseLarge({ width, height }, limits.maxPixels);
    if (truncated && !hasPixels) {
      throw new EngineError('picture.corrupt', `The file begins like ${mediaType} but ends before its end: it is damaged or cut off.`);
    }
    const open = async (): Promise<FileSource> => {
      const bitmap = await decodeBitmap(bytes, mediaType, hasPixels);
      const page = bitmapPage(bitmap, readRows, uprightAspect(bytes, facts, bitmap));
      return { ...singlePage(page, () => bitmap.close()), incomplete: hasPixels };
    };
    return await openPicture(bytes, mediaType, open, limits);
  };
}

/**
 * The pixels as they are stored, without colour management and the right way up (EXIF).
 *
 * @param lacksEnd whether what is missing is to be left grey
 */
async function decodeBitmap(bytes: Uint8Array, mediaType: MediaType, lacksEnd: boolean): Promise<ImageBitmap> {
  const upright = mediaType === 'image/webp' ? takeWebpOrientation(bytes) : { bytes, orientation: 1 };
  const parts = [upright.bytes as Uint8Array<ArrayBuffer>, ...(lacksEnd ? [endOfJpeg] : [])];
  const blob = new Blob(parts, { type: mediaType });
  const options: ImageBitmapOptions = { colorSpaceConversion: 'none', premultiplyAlpha: 'none', imageOrientation: 'from-image' };
  const bitmap = await createImageBitmap(blob, options).catch((cause) => {
    if (mediaType === 'image/heic') throw refuseHere(mediaType);
    throw cause;
  });
  return turnBitmap(bitmap, upright.orientation);
}

/** The file's pixel aspect as the picture is looked at: some orientations swap rows and columns. */
function uprightAspect(bytes: Uint8Array, stored: StoredSize, bitmap: ImageBitmap): number | undefined {
  const aspect = readPixelAspect(bytes, 0);
  const isTurned = stored.width !== stored.height && stored.width === bitmap.height && stored.height === bitmap.width;
  return aspect !== undefined && isTurned ? 1 / aspect : aspect;
}

function refuse(kind: string, wayOut: string): EngineError {
  return new EngineError('picture.unsupported', `The file is ${kind}. ${wayOut}`);
}

function refuseHere(mediaType: MediaType): EngineError {
  const wayOut = 'Send it to the service, or save it as JPEG or PNG.';
  return new EngineError('picture.unsupported', `This browser cannot decode ${mediaType}. ${wayOut}`);
}
