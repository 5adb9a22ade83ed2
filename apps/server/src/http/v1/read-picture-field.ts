import { V1CreateRequest } from '@ocr-web/api';
import { Value } from 'typebox/value';
import { ServiceError } from '../../errors/service-error.ts';
import { decodePictureText } from '../../pictures/text/decode-picture-text.ts';

const field = 'picture_file';

/**
 * Returns the picture's bytes from the parsed body of a create request: JSON with a data URI or
 * bare base64, or a form with a file or a text of that kind.
 *
 * @throws ServiceError `field.invalid` in the words of Django REST Framework
 */
export function readPictureField(body: unknown): Buffer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const found = Array.isArray(body) ? 'list' : body === null ? 'null' : typeof body;
    throw new ServiceError('field.invalid', `Invalid data. Expected an object, but got ${found}.`, { field: 'non_field_errors' });
  }
  if (!Object.hasOwn(body, field)) throw new ServiceError('field.invalid', 'This field is required.', { field });
  const value = (body as { picture_file: unknown }).picture_file;
  if (Buffer.isBuffer(value)) return value;
  if (value === null) throw new ServiceError('field.invalid', 'This field may not be null.', { field });
  if (!Value.Check(V1CreateRequest, body)) throw new ServiceError('field.invalid', 'Not a valid string.', { field });
  return decodePictureText(body.picture_file, field);
}
