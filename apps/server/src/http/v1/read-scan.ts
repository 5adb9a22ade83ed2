import { V1Headers, V1Scan, V1ScanParams } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import { findScan } from '../../scans/find-scan.ts';
import type { AppDeps } from '../app-deps.ts';
import { getCaller } from '../authentication/authenticate.ts';
import { answerWithScan } from './answer-with-scan.ts';
import { v1Refusals } from './v1-refusals.ts';

const schema = {
  operationId: 'v1ReadScan',
  tags: ['Version 1'],
  summary: 'Read a scan',
  description: 'Ask until `status` is COM or ERR, or send `Prefer: wait=N`.',
  params: V1ScanParams,
  headers: V1Headers,
  response: {
    200: {
      description: 'The scan.',
      headers: { 'Preference-Applied': { description: 'The wait that was granted.', schema: { type: 'string' } } },
      content: { 'application/json': { schema: V1Scan } },
    },
    ...v1Refusals(404, 406),
  },
};

/** `GET /api/v1/tools/ocr/data/<id>/`: answers with one of the caller's scans. */
export function registerReadScan(v1: FastifyInstance, deps: AppDeps): void {
  v1.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/tools/ocr/data/:id/',
    schema,
    handler: async (request, reply) => {
      const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : undefined;
      const scan = id === undefined ? undefined : await findScan(deps.scans, getCaller(request).ownerId, id, deps.scans.now());
      if (!scan) throw new ServiceError('not_found', 'Not found.');
      return answerWithScan(deps, request, reply, scan);
    },
  });
}
