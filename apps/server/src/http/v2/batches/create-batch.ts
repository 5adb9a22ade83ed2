import { Batch, CreateBatchForm, CreateBatchHeaders, type CreateBatchParameters, CreateBatchQuery, FileContent } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { assertBatchCapacity } from '../../../batches/assert-batch-capacity.ts';
import type { Admission } from '../../admission/admission.ts';
import { uploadRoute } from '../../admission/upload-route.ts';
import { v2Prefix } from '../../api-prefixes.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { maxUploadMs } from '../../connection/limits/limit-upload-time.ts';
import { problemResponses } from '../problem-responses.ts';
import { readRetain } from '../read-retain.ts';
import { validateRequest } from '../validate-request.ts';
import { receiveBatch } from './receive-batch.ts';
import { renderBatch } from './render-batch.ts';

type Create = { Querystring: CreateBatchParameters };

/** What a form or an archive has around each file: headers, names. */
const envelopeBytes = 2048;

const text = (description: string) => ({ description, schema: { type: 'string' } });

const schema = {
  operationId: 'createBatch',
  tags: ['Batches'],
  summary: 'Scan many files',
  description:
    'Send the files as parts of a form or packed into a ZIP archive. Answers when all of them are stored; they are read behind scans that come alone. A file that is refused becomes a result with its reason and does not keep the others out. With an `Idempotency-Key` the batch can be sent again without making a second one.',
  headers: CreateBatchHeaders,
  querystring: CreateBatchQuery,
  body: {
    content: {
      'multipart/form-data': { schema: CreateBatchForm },
      'application/zip': { schema: FileContent },
    },
  },
  response: {
    202: {
      description: 'The batch. All of its files are stored.',
      headers: {
        Location: text('Where to read the batch.'),
        'Idempotent-Replayed': text('true where this Idempotency-Key had made the batch before.'),
        'Retry-After': { description: 'After how many seconds to look again.', schema: { type: 'integer' } },
      },
      content: { 'application/json': { schema: Batch } },
    },
    ...problemResponses(
      'body.malformed',
      'field.invalid',
      'body.too_large',
      'batch.too_many_files',
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

/** `POST /api/v2/batches` */
export function registerCreateBatch(v2: FastifyInstance, deps: AppDeps, batches: Admission): void {
  const { maxBatchBytes, maxBatchFiles, maxWaitingBatchScans } = deps.config;
  const maxBodyBytes = maxBatchBytes + (maxBatchFiles + 1) * envelopeBytes;
  const queue = { maxWaiting: maxWaitingBatchScans, isAlone: deps.scans.isAlone };
  v2.route<Create>({
    method: 'POST',
    url: '/batches',
    schema,
    // The body is a stream, which is looked at as it arrives.
    validatorCompiler: (route) => (route.httpPart === 'body' ? () => true : validateRequest(route as typeof route & { schema: TSchema })),
    config: { uploadMs: maxUploadMs },
    ...uploadRoute({ maxBodyBytes, admission: batches, isSpaceLow: deps.isSpaceLow }),
    handler: async (request, reply) => {
      // The schema has seen to it that there is one key at most.
      const key = request.headers['idempotency-key'] as string | undefined;
      await assertBatchCapacity(deps.scans.sql, queue, getCaller(request).ownerId, key);
      const { batch, replayed } = await receiveBatch(deps, request, {
        reference: request.query.reference || null,
        key,
        retain: readRetain(getCaller(request), request.query),
      });
      if (replayed) reply.header('idempotent-replayed', 'true');
      reply.headers({ location: `${v2Prefix}/batches/${batch.id}`, 'retry-after': '1' });
      return reply.status(202).send(renderBatch(batch));
    },
  });
}
