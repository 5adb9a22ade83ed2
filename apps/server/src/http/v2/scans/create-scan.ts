import {
  CreateScanForm,
  CreateScanHeaders,
  type CreateScanParameters,
  CreateScanQuery,
  CreateScanRequest,
  FileContent,
} from '@ocr-web/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../../../errors/service-error.ts';
import { checkPicture } from '../../../pictures/check-picture.ts';
import { isFinished } from '../../../scans/scan.ts';
import { submitOnce } from '../../../scans/submission/submit-once.ts';
import { withinScanQuota } from '../../../tokens/rights/scan-quota.ts';
import type { Admission } from '../../admission/admission.ts';
import { base64BodyBytes, uploadRoute } from '../../admission/upload-route.ts';
import { v2Prefix } from '../../api-prefixes.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { traceparentOf } from '../../observation/trace-requests.ts';
import { problemResponses } from '../problem-responses.ts';
import { readRetain } from '../read-retain.ts';
import { createdHeaders, scanAnswer } from './answer/answer-descriptions.ts';
import { allowPortrait } from './answer/portrait-permission.ts';
import { showOwnScan } from './answer/render-v2-scan.ts';
import { scanEtag } from './answer/scan-etag.ts';
import { waitAsPreferred } from './answer/wait-as-preferred.ts';
import { readFileBody } from './read-file-body.ts';

type Create = { Querystring: CreateScanParameters };

const schema = {
  operationId: 'createScan',
  tags: ['Scans'],
  summary: 'Scan a file',
  description:
    'Send the file as JSON, as a form, or by itself as the body. Answers at once (202), or with `Prefer: wait=N` when it has been read (201). With an `Idempotency-Key` it can be sent again without making a second scan.',
  headers: CreateScanHeaders,
  querystring: CreateScanQuery,
  body: {
    content: {
      'application/json': { schema: CreateScanRequest },
      'multipart/form-data': { schema: CreateScanForm },
      'application/x-www-form-urlencoded': { schema: CreateScanForm },
      'image/*': { schema: FileContent },
      'application/pdf': { schema: FileContent },
      'application/octet-stream': { schema: FileContent },
    },
  },
  response: {
    201: scanAnswer('The scan, completed or failed.', createdHeaders),
    202: scanAnswer('The scan, which has not ended yet.', {
      ...createdHeaders,
      'Retry-After': { description: 'After how many seconds to look again.', schema: { type: 'integer' } },
    }),
    ...problemResponses(
      'body.malformed',
      'field.invalid',
      // Deleted while the client waits for it.
      'not_found',
      'picture.empty',
      'picture.unsupported',
      'picture.corrupt',
      'body.too_large',
      'picture.too_large',
      'body.unsupported',
      'idempotency.mismatch',
      'quota.used_up',
      'queue.full',
      'uploads.full',
      'upload.too_slow',
      'storage.full',
    ),
  },
};

/** `POST /api/v2/scans` */
export function registerCreateScan(v2: FastifyInstance, deps: AppDeps, uploads: Admission): void {
  const limits = { maxBytes: deps.config.maxPictureBytes, maxPixels: deps.config.maxPicturePixels };
  // A function of its own, so that a client which waits for the result does not keep its file in
  // memory.
  const takeIn = (request: FastifyRequest<Create>) => {
    const { visual = false, portrait = false, barcodes = false } = request.query;
    if (visual && !deps.config.visualZone)
      throw new ServiceError('field.invalid', 'This service does not read visual zones: they are turned off.', { field: 'visual' });
    if (portrait) allowPortrait(deps, request);
    if (barcodes && !deps.config.barcodes)
      throw new ServiceError('field.invalid', 'This service does not read barcodes: they are turned off.', { field: 'barcodes' });
    const { bytes, reference } = readFileBody(request.body, request.query);
    request.body = undefined;
    const mediaType = checkPicture(bytes, limits, 'file');
    const caller = getCaller(request);
    const about = { ownerId: caller.ownerId, actor: { token: caller.tokenId }, traceparent: traceparentOf(request), now: deps.scans.now() };
    const key = keyOf(request);
    const retain = readRetain(caller, request.query);
    const submission = { ...about, bytes, mediaType, reference, visual, portrait, barcodes, retain };
    const submit = () => submitOnce(deps.scans, submission, key);
    const counted = { caller, count: 1, key, of: 'scans', now: about.now } as const;
    return withinScanQuota(deps.scans.sql, counted, submit, ({ replayed }) => !replayed);
  };
  v2.route<Create>({
    method: 'POST',
    url: '/scans',
    schema,
    config: { fileField: 'file' },
    ...uploadRoute({ maxBodyBytes: base64BodyBytes(limits.maxBytes), admission: uploads, isSpaceLow: deps.isSpaceLow }),
    handler: async (request, reply) => {
      const since = deps.changes.ended.mark();
      const { scan: made, replayed } = await takeIn(request);
      uploads.leave(request);
      if (replayed) reply.header('idempotent-replayed', 'true');
      const scan = await waitAsPreferred(deps, request, reply, made, since);
      if (!isFinished(scan)) reply.header('retry-after', '1');
      reply.headers({ location: `${v2Prefix}/scans/${scan.id}`, etag: scanEtag(scan) });
      return reply.status(isFinished(scan) ? 201 : 202).send(await showOwnScan(deps, request, scan));
    },
  });
}

function keyOf({ headers }: FastifyRequest<Create>): string | undefined {
  // The schema has seen to it that there is one at most.
  return headers['idempotency-key'] as string | undefined;
}
