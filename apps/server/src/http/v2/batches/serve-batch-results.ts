import { Readable } from 'node:stream';
import { BatchParams, type BatchPath, BatchResult, type BatchResultsParameters, BatchResultsQuery } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../../admission/admission.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getSignal } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { sendText } from '../send-text.ts';
import { findOwnBatch } from './find-own-batch.ts';
import { streamResults } from './stream-results.ts';

const schema = {
  operationId: 'readBatchResults',
  tags: ['Batches'],
  summary: 'Read the results of a batch',
  description:
    'One line of JSON for each file, in upload order, sent as the files are read: the answer ends when all have come to their end. Empty lines keep the connection alive. When the connection breaks before the end, ask again from the index that follows the last one. Files whose scan was deleted are left out.',
  params: BatchParams,
  querystring: BatchResultsQuery,
  response: {
    200: { description: 'The results.', content: { 'application/x-ndjson': { schema: BatchResult } } },
    ...problemResponses('field.invalid', 'not_found', 'streams.full'),
  },
};

/** `GET /api/v2/batches/{id}/results` */
export function registerServeBatchResults(v2: FastifyInstance, deps: AppDeps, streams: Admission): void {
  v2.route<{ Params: BatchPath; Querystring: BatchResultsParameters }>({
    method: 'GET',
    url: '/batches/:id/results',
    schema,
    onRequest: streams.enter,
    handler: async (request, reply) => {
      const { id } = await findOwnBatch(deps, request, request.params.id);
      const lines = streamResults(deps, request, id, request.query.from ?? 0, getSignal(request));
      return sendText(reply, 'application/x-ndjson', Readable.from(lines));
    },
  });
}
