import { V1Scan } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import { findScan } from '../../scans/find-scan.ts';
import { answerWithScan } from '../answer-with-scan.ts';
import type { ApiHooks } from '../api-hooks.ts';
import type { AppParts } from '../app-parts.ts';
import { getCaller } from '../authenticate.ts';
import { refuseOtherMethods } from '../refuse-other-methods.ts';

const url = '/api/v1/tools/ocr/data/:id/';

/** `GET /api/v1/tools/ocr/data/<id>/`: answers with one of the caller's scans. */
export function registerReadScan(app: FastifyInstance, parts: AppParts, hooks: ApiHooks): void {
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url,
    schema: { response: { 200: V1Scan } },
    onRequest: [hooks.authenticate, hooks.requireJsonAnswer],
    handler: async (request, reply) => {
      const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : undefined;
      const scan = id === undefined ? undefined : await findScan(parts.scans.sql, getCaller(request).ownerId, id, new Date());
      if (!scan) throw new ServiceError('not_found', 'Not found.');
      return answerWithScan(parts, request, reply, scan);
    },
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD'], [hooks.authenticate]);
}
