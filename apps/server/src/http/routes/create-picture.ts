import { V1CreateForm, V1CreateRequest, V1Headers, V1Scan } from '@ocr-web/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkPicture } from '../../pictures/check-picture.ts';
import type { Scan } from '../../scans/scan.ts';
import { submitScan } from '../../scans/submit-scan.ts';
import type { Admission } from '../admission.ts';
import { answerWithScan } from '../answer-with-scan.ts';
import type { ApiHooks } from '../api-hooks.ts';
import type { AppParts } from '../app-parts.ts';
import { getCaller } from '../authenticate.ts';
import { limitStream, refuseDeclaredLength } from '../limit-upload.ts';
import { documentOnly } from '../openapi/document-only.ts';
import { readPictureField } from '../read-picture-field.ts';
import { refuseOtherMethods } from '../refuse-other-methods.ts';
import { refuseWhenSpaceIsLow } from '../storage-full.ts';
import { v1Refusals } from '../v1-refusals.ts';

const url = '/api/v1/tools/ocr/picture/';

/** What a JSON body has around the picture's base64, and a form around its bytes. */
const envelopeBytes = 64 * 1024;

const schema = {
  operationId: 'v1CreatePicture',
  tags: ['Version 1'],
  summary: 'Scan a picture',
  description: 'Answers at once with a scan that is NEW, or with `Prefer: wait=N` when it has ended. The bytes decide what the file is.',
  headers: V1Headers,
  body: { content: { 'application/json': { schema: V1CreateRequest }, 'multipart/form-data': { schema: V1CreateForm } } },
  response: {
    201: {
      description: 'The scan.',
      headers: { 'Preference-Applied': { description: 'The wait that was granted.', schema: { type: 'string' } } },
      content: { 'application/json': { schema: V1Scan } },
    },
    ...v1Refusals(400, 406, 408, 413, 415, 429, 503, 507),
  },
};

/** `POST /api/v1/tools/ocr/picture/`: takes a picture in and answers with its scan. */
export function registerCreatePicture(app: FastifyInstance, parts: AppParts, hooks: ApiHooks, uploads: Admission): void {
  const limits = { maxBytes: parts.config.maxPictureBytes, maxPixels: parts.config.maxPicturePixels };
  const maxBodyBytes = Math.ceil(limits.maxBytes / 3) * 4 + envelopeBytes;
  // A function of its own, so that a client which waits for the result does not keep its picture in memory.
  const takeIn = (request: FastifyRequest): Promise<Scan> => {
    // No body at all is an empty object; JSON's null is not.
    const bytes = readPictureField(request.body === undefined ? {} : request.body);
    request.body = undefined;
    const mediaType = checkPicture(bytes, limits, 'picture_file');
    return submitScan(parts.scans, { ownerId: getCaller(request).ownerId, bytes, mediaType, now: new Date() });
  };
  app.route({
    method: 'POST',
    url,
    schema,
    validatorCompiler: documentOnly,
    config: { base64Member: 'picture_file' },
    // Ours refuses first, and in our words.
    bodyLimit: maxBodyBytes + 1,
    onRequest: [
      hooks.authenticate,
      hooks.requireJsonAnswer,
      refuseDeclaredLength(maxBodyBytes),
      refuseWhenSpaceIsLow(parts.isSpaceLow),
      uploads.enter,
    ],
    preParsing: limitStream(maxBodyBytes, uploads),
    handler: async (request, reply) => {
      const scan = await takeIn(request);
      uploads.leave(request);
      return answerWithScan(parts, request, reply.status(201), scan);
    },
  });
  refuseOtherMethods(app, url, ['POST'], [hooks.authenticate]);
}
