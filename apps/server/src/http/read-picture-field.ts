import { V1CreateRequest } from '@ocr-web/api';
import type { FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { ServiceError } from '../errors/service-error.ts';
import { decodePictureText } from '../pictures/decode-picture-text.ts';

const field = 'picture_file';

/**
 * Returns the picture's bytes from a create request: JSON with a data URI or bare base64, or a multipart form with a file or a text.
 *
 * @throws ServiceError `field.invalid` in the words of Django REST Framework, `body.malformed`, `body.too_large`
 */
export async function readPictureField(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  const value = request.isMultipart() ? await takeFormPart(request, maxBytes) : takeJsonField(request.body ?? {});
  return typeof value === 'string' ? decodePictureText(value) : value;
}

function takeJsonField(body: unknown): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    const found = Array.isArray(body) ? 'list' : typeof body;
    throw new ServiceError('field.invalid', `Invalid data. Expected an object, but got ${found}.`, { field: 'non_field_errors' });
  }
  if (!Object.hasOwn(body, field)) throw new ServiceError('field.invalid', 'This field is required.', { field });
  if ((body as { picture_file: unknown }).picture_file === null)
    throw new ServiceError('field.invalid', 'This field may not be null.', { field });
  if (!Value.Check(V1CreateRequest, body)) throw new ServiceError('field.invalid', 'Not a valid string.', { field });
  return body.picture_file;
}

async function takeFormPart(request: FastifyRequest, maxBytes: number): Promise<Buffer | string> {
  let found: Buffer | string | undefined;
  // Every part is read to its end, or the parser would never see the end of the form.
  for await (const part of request.parts({ limits: { fileSize: maxBytes + 1, fieldSize: maxBytes * 2, files: 1, parts: 10 } })) {
    const value = part.type === 'file' ? await part.toBuffer() : String(part.value);
    if (part.fieldname === field) found ??= value;
  }
  if (found === undefined) throw new ServiceError('field.invalid', 'This field is required.', { field });
  return found;
}
