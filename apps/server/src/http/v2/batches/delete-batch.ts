import { BatchParams, type BatchPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { deleteBatch } from '../../../batches/delete-batch.ts';
import { ServiceError } from '../../../errors/service-error.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { findOwnBatch } from './find-own-batch.ts';

const schema = {
  operationId: 'deleteBatch',
  tags: ['Batches'],
  summary: 'Delete a batch',
  description:
    'Its files, everything that was read in them, their names, its idempotency key and the webhook payloads about it and its scans are gone when this answers, also while files are being read.',
  params: BatchParams,
  response: { 204: Type.Null({ description: 'It is gone.' }), ...problemResponses('not_found') },
};

/** `DELETE /api/v2/batches/{id}` */
export function registerDeleteBatch(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Params: BatchPath }>({
    method: 'DELETE',
    url: '/batches/:id',
    schema,
    handler: async (request, reply) => {
      const { id } = await findOwnBatch(deps, request, request.params.id);
      const cause = { actor: { token: getCaller(request).tokenId }, what: 'deleted' } as const;
      const isDeleted = await deleteBatch(deps.scans.sql, deps.scans.store, id, cause, deps.scans.now());
      // Somebody else was faster.
      if (!isDeleted) throw new ServiceError('not_found', 'Not found.');
      return reply.status(204).send();
    },
  });
}
