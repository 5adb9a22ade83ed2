import { ScanParams, type ScanPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { ServiceError } from '../../../errors/service-error.ts';
import { deleteScan } from '../../../scans/delete-scan.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { problemResponses } from '../problem-responses.ts';
import { findOwnScanSummary } from './find-own-scan.ts';

const schema = {
  operationId: 'deleteScan',
  tags: ['Scans'],
  summary: 'Delete a scan',
  description:
    'The file, everything that was read in it, its idempotency key and the webhook payloads about it are gone when this answers, also while the scan is being processed.',
  params: ScanParams,
  response: {
    204: Type.Null({ description: 'It is gone.' }),
    ...problemResponses('not_found'),
  },
};

/** `DELETE /api/v2/scans/{id}` */
export function registerDeleteScan(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Params: ScanPath }>({
    method: 'DELETE',
    url: '/scans/:id',
    schema,
    handler: async (request, reply) => {
      const scan = await findOwnScanSummary(deps, request, request.params.id);
      const isDeleted = await deleteScan(deps.scans, scan, { actor: { token: getCaller(request).tokenId }, what: 'deleted' });
      // Somebody else was faster.
      if (!isDeleted) throw new ServiceError('not_found', 'Not found.');
      return reply.status(204).send();
    },
  });
}
