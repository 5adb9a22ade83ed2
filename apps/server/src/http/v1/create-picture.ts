import { V1CreateForm, V1CreateRequest, V1Headers, V1Scan } from '@ocr-web/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkPicture } from '../../pictures/check-picture.ts';
import type { Scan } from '../../scans/scan.ts';
import { submitScan } from '../../scans/submission/submit-scan.ts';
import { withinScanQuota } from '../../tokens/rights/scan-quota.ts';
import type { Admission } from '../admission/admission.ts';
import { base64BodyBytes, uploadRoute } from '../admission/upload-route.ts';
import type { AppDeps } from '../app-deps.ts';
import { getCaller } from '../authentication/authenticate.ts';
import { traceparentOf } from '../observation/trace-requests.ts';
import { readRetain } from '../v2/read-retain.ts';
import { answerWithScan } from './answer-with-scan.ts';
import { readPictureField } from './read-picture-field.ts';
import { v1Refusals } from './v1-refusals.ts';

const schema = {
  operationId: 'v1CreatePicture',
  tags: ['Version 1'],
  summary: 'Scan a picture',
  description: 'Answers at once with a scan that is NEW, or with `Prefer: wait=N` when it has ended. The bytes decide what the file is.',
  headers: V1Headers,
  body: {
    content: {
      'application/json': { schema: V1CreateRequest },
      'multipart/form-data': { schema: V1CreateForm },
      'application/x-www-form-urlencoded': { schema: V1CreateForm },
    },
  },
  response: {
    201: {
      description: 'The scan.',
      headers: { 'Preference-Applied': { description: 'The wait that was granted.', schema: { type: 'string' } } },
      content: { 'application/json': { schema: V1Scan } },
    },
    // 404: deleted while the client waits for it.
    ...v1Refusals(400, 404, 406, 408, 413, 415, 429, 503, 507),
  },
};

/** `POST /api/v1/tools/ocr/picture/`: takes a picture in and answers with its scan. */
export function registerCreatePicture(v1: FastifyInstance, deps: AppDeps, uploads: Admission): void {
  const limits = { maxBytes: deps.config.maxPictureBytes, maxPixels: deps.config.maxPicturePixels };
  // A function of its own, so that a client which waits for the result does not keep its picture in
  // memory.
  const takeIn = (request: FastifyRequest): Promise<Scan> => {
    // No body at all is an empty object; JSON's null is not.
    const bytes = readPictureField(request.body === undefined ? {} : request.body);
    request.body = undefined;
    const mediaType = checkPicture(bytes, limits, 'picture_file');
    const caller = getCaller(request);
    const about = { ownerId: caller.ownerId, actor: { token: caller.tokenId }, traceparent: traceparentOf(request), now: deps.scans.now() };
    const submit = () => submitScan(deps.scans, { ...about, bytes, mediaType, retain: readRetain(caller) });
    return withinScanQuota(deps.scans.sql, { caller, count: 1, key: undefined, of: 'scans', now: about.now }, submit, () => true);
  };
  v1.route({
    method: 'POST',
    url: '/tools/ocr/picture/',
    schema,
    config: { base64Member: 'picture_file', fileField: 'picture_file' },
    ...uploadRoute({ maxBodyBytes: base64BodyBytes(limits.maxBytes), admission: uploads, isSpaceLow: deps.isSpaceLow }),
    handler: async (request, reply) => {
      const since = deps.changes.ended.mark();
      const scan = await takeIn(request);
      uploads.leave(request);
      return answerWithScan(deps, request, reply.status(201), scan, since);
    },
  });
}
