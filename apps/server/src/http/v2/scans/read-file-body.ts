import type { CreateScanBody, CreateScanFormBody, CreateScanParameters } from '@ocr-web/api';
import { ServiceError } from '../../../errors/service-error.ts';
import { decodePictureText } from '../../../pictures/text/decode-picture-text.ts';
import { unwrapPictureText } from '../../../pictures/text/unwrap-picture-text.ts';

export type UploadedFile = { readonly bytes: Buffer; readonly reference: string | null };

/**
 * Returns the file and its reference from the parsed body of a create: JSON, a form, or the file
 * itself. JSON and forms have been checked by their schemas. A field of a form that nobody filled
 * in is empty, and no reference.
 *
 * @throws ServiceError `field.invalid`
 */
export function readFileBody(body: unknown, query: CreateScanParameters): UploadedFile {
  if (Buffer.isBuffer(body)) return { bytes: unwrapPictureText(body), reference: query.reference || null };
  if (body === undefined) throw new ServiceError('field.invalid', 'This field is required.', { field: 'file' });
  const { file, reference } = body as CreateScanBody | CreateScanFormBody;
  // A form may carry its file as a text, as JSON does.
  const bytes = typeof file === 'string' ? decodePictureText(file, 'file') : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return { bytes, reference: reference || query.reference || null };
}
