import { BatchList, type BatchListBody, type ListBatchesParameters, ListBatchesQuery } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { listBatches } from '../../../batches/list-batches.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { parseCursor, renderCursor } from '../cursor.ts';
import { problemResponses } from '../problem-responses.ts';
import { renderBatch } from './render-batch.ts';

const schema = {
  operationId: 'listBatches',
  tags: ['Batches'],
  summary: 'List your batches',
  description: 'Newest first.',
  querystring: ListBatchesQuery,
  response: { 200: BatchList, ...problemResponses('field.invalid') },
};

/** `GET /api/v2/batches` */
export function registerListBatches(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Querystring: ListBatchesParameters }>({
    method: 'GET',
    url: '/batches',
    schema,
    handler: async (request): Promise<BatchListBody> => {
      const { limit = 20, cursor } = request.query;
      const { ownerId } = getCaller(request);
      const { batches, next } = await listBatches(deps.scans, ownerId, limit, parseCursor(cursor), deps.scans.now());
      return { data: batches.map(renderBatch), next_cursor: next === undefined ? null : renderCursor(next) };
    },
  });
}
