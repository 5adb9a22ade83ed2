import { type ListScansParameters, ListScansQuery, ScanList, type ScanListBody } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { listScans } from '../../../scans/list-scans.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { parseCursor, renderCursor } from '../cursor.ts';
import { parseTime } from '../parse-time.ts';
import { problemResponses } from '../problem-responses.ts';
import { renderV2Summary } from './answer/render-v2-scan.ts';

const schema = {
  operationId: 'listScans',
  tags: ['Scans'],
  summary: 'List your scans',
  description: 'Newest first, without anything that was read in them. Scans that come or go between two pages shift nothing.',
  querystring: ListScansQuery,
  response: { 200: ScanList, ...problemResponses('field.invalid') },
};

/** `GET /api/v2/scans` */
export function registerListScans(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Querystring: ListScansParameters }>({
    method: 'GET',
    url: '/scans',
    schema,
    handler: async (request): Promise<ScanListBody> => {
      const { limit = 20, cursor, status, reference, created_after, created_before } = request.query;
      const filter = {
        ownerId: getCaller(request).ownerId,
        status,
        reference,
        createdAfter: parseTime(created_after, 'created_after'),
        createdBefore: parseTime(created_before, 'created_before'),
      };
      const { scans, next } = await listScans(deps.scans, filter, limit, parseCursor(cursor), deps.scans.now());
      return { data: scans.map(renderV2Summary), next_cursor: next === undefined ? null : renderCursor(next) };
    },
  });
}
