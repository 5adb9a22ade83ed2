import { SignedPictureParams, SignedPictureQuery } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { ServiceError } from '../../errors/service-error.ts';
import { readPictureOf } from '../../pictures/sealed-pictures.ts';
import { type PictureUrlQuery, verifyPictureUrl } from '../../pictures/sign-picture-url.ts';
import { isObjectKey } from '../../pictures/stores/object-key.ts';
import { isPictureKept } from '../../scans/scan.ts';
import type { AppDeps } from '../app-deps.ts';
import { documentOnly } from '../openapi/document-only.ts';
import { v1Refusals } from '../v1/v1-refusals.ts';

const file = { schema: Type.Unsafe<Uint8Array>({ contentMediaType: 'application/octet-stream' }) };

const schema = {
  operationId: 'readSignedPicture',
  tags: ['Service'],
  summary: 'Get a picture by its signed address',
  description:
    'The address comes with a scan and is valid for 3600 seconds, without a token, as long as the token that made the scan is. Whatever it is called, the bytes are those that were uploaded.',
  params: SignedPictureParams,
  querystring: SignedPictureQuery,
  response: {
    200: { description: 'The picture as it was uploaded.', content: { 'image/*': file, 'application/pdf': file } },
    ...v1Refusals(403, 404, 500, 503),
  },
};

/**
 * `GET /pictures/<key>?X-Amz-...`: a picture by its signed address, without a token, as an object
 * store would serve it.
 */
export function registerServePicture(app: FastifyInstance, deps: AppDeps): void {
  app.route<{ Params: { key: string }; Querystring: PictureUrlQuery }>({
    method: 'GET',
    url: '/pictures/:key',
    schema,
    validatorCompiler: documentOnly,
    handler: async (request, reply) => {
      const { key } = request.params;
      const now = deps.scans.now();
      const verdict = verifyPictureUrl(deps.pictureSecret, key, request.query, now);
      if (verdict === 'altered') throw new ServiceError('picture_url.altered', 'The signature does not match this address.');
      if (verdict === 'expired')
        throw new ServiceError('picture_url.expired', 'This address has expired. Read the scan again for a new one.');
      const scan = await deps.scans.sql
        .selectFrom('scans')
        .select([
          'id',
          'picture_media_type',
          'owner_id as ownerId',
          'picture_key as pictureKey',
          'picture_data_key as pictureDataKey',
          'picture_expires_at as pictureExpiresAt',
        ])
        .where('picture_key', '=', key)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      // Who has the address has it from somebody with a token: with the token it ends.
      const isOpen = scan !== undefined && isPictureKept(scan, now) && deps.tokens.isActive(scan.ownerId);
      const bytes = isOpen && isObjectKey(key) ? await readPictureOf(deps.scans, scan) : undefined;
      if (!isOpen || !bytes) throw new ServiceError('not_found', 'Not found.');
      await deps.audit({ actor: 'signed address', action: 'scan.picture_read', subject: scan.id });
      // A stranger made these bytes: whatever they are, a browser shows them as a picture and runs
      // nothing. Within a sandbox it shows no PDF.
      const disposition = scan.picture_media_type === 'application/pdf' ? 'attachment' : 'inline';
      return reply
        .headers({ 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': disposition })
        .type(scan.picture_media_type)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  });
}
