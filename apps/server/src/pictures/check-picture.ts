import { acceptedKinds, inspectPicture } from '@ocr-web/reader';
import { ServiceError } from '../errors/service-error.ts';

export type PictureLimits = { readonly maxBytes: number; readonly maxPixels: number };

/**
 * Refuses what cannot become a reading before anything of it is stored.
 *
 * @param field what the client calls it, for the refusal
 * @returns the media type by the bytes
 * @throws ServiceError `picture.empty`, `picture.unsupported`, `picture.corrupt` for what is cut
 *   off or contradicts itself, `body.too_large` or `picture.too_large` beyond a limit
 */
export function checkPicture(bytes: Buffer, limits: PictureLimits, field: string): string {
  if (bytes.length === 0) throw new ServiceError('picture.empty', 'The submitted file is empty.', { field });
  if (bytes.length > limits.maxBytes) {
    throw new ServiceError('body.too_large', `The picture has ${bytes.length} bytes; at most ${limits.maxBytes} are accepted.`);
  }
  const facts = inspectPicture(bytes);
  if (!facts) {
    throw new ServiceError('picture.unsupported', `Upload a valid image. The file you uploaded was not an image. ${acceptedKinds}`, {
      field,
    });
  }
  if ('unreadable' in facts)
    throw new ServiceError('picture.unsupported', `${facts.unreadable} files are not accepted. ${acceptedKinds}`, { field });
  if ('damaged' in facts) {
    throw new ServiceError('picture.corrupt', `Upload a valid image. The file you uploaded is damaged: ${facts.damaged}`, { field });
  }
  const { mediaType, width = 0, height = 0 } = facts;
  if (width * height > limits.maxPixels) {
    const sentence = `The picture has ${width} x ${height} = ${width * height} pixels; at most ${limits.maxPixels} are accepted.`;
    throw new ServiceError('picture.too_large', sentence);
  }
  if (facts.truncated && !facts.hasPixels) {
    throw new ServiceError('picture.corrupt', 'Upload a valid image. The file you uploaded is cut off before its end.', { field });
  }
  return mediaType;
}
