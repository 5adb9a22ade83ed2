import { DeletedScans, type DeletedScansBody, type DeleteScansParameters, DeleteScansQuery } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { deleteByReference } from '../../../batches/delete-by-reference.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';

const schema = {
  operationId: 'deleteScans',
  tags: ['Scans'],
  summary: 'Delete everything with a reference',
  description:
    'All scans and batches with exactly this reference are gone when this answers, with their files, results, idempotency keys and webhook payloads. None is no error.',
  querystring: DeleteScansQuery,
  response: { 200: DeletedScans, ...problemResponses('field.invalid') },
};

/** `DELETE /api/v2/scans?reference=` */
export function registerDeleteScans(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Querystring: DeleteScansParameters }>({
    method: 'DELETE',
    url: '/scans',
    schema,
    handler: async (request): Promise<DeletedScansBody> => {
      const { ownerId, tokenId } = getCaller(request);
      const cause = { actor: { token: tokenId }, what: 'deleted' } as const;
      return { object: 'deleted_scans', ...(await deleteByReference(deps.scans, ownerId, request.query.reference, cause)) };
    },
  });
}
