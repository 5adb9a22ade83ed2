import { acceptedKinds, EngineError, type MediaType } from '@ocr-web/reader';
import { type DecodeLimits, type DecodePicture, identifyPicture, type OpenFile, openPicture } from '@ocr-web/reader/engine';
import { createGreyJpegDecoder } from './decode-grey-jpeg.ts';
import { openBmp } from './open-bmp.ts';
import { createHeicOpener } from './open-heic.ts';
import { createJpegOpener } from './open-jpeg.ts';
import { createPdfOpener } from './open-pdf.ts';
import { createVipsOpener } from './open-with-libvips.ts';

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
    return await openPicture(bytes, kind.mediaType, openers[kind.mediaType] ?? openWithLibvips, limits);
  };
}

function unsupported(kind: string): EngineError {
  return new EngineError('picture.unsupported', `The file is ${kind}. ${acceptedKinds}`);
}
