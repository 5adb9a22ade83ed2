import { Batch, BatchParams, type BatchPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../../app-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { findOwnBatch } from './find-own-batch.ts';
import { renderBatch } from './render-batch.ts';

const schema = {
  operationId: 'readBatch',
  tags: ['Batches'],
  summary: 'Read a batch',
  description: 'How far it is. What was read is in its results.',
  params: BatchParams,
  response: { 200: Batch, ...problemResponses('not_found') },
};

/** `GET /api/v2/batches/{id}` */
export function registerReadBatch(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Params: BatchPath }>({
    method: 'GET',
    url: '/batches/:id',
    schema,
    handler: async (request) => renderBatch(await findOwnBatch(deps, request, request.params.id)),
  });
}
