import { ReadScanHeaders, ScanParams, type ScanPath } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AppDeps } from '../../app-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { scanAnswer } from './answer/answer-descriptions.ts';
import { showOwnScan } from './answer/render-v2-scan.ts';
import { matchesEtag, scanEtag } from './answer/scan-etag.ts';
import { waitAsPreferred } from './answer/wait-as-preferred.ts';
import { findOwnScan } from './find-own-scan.ts';

const schema = {
  operationId: 'readScan',
  tags: ['Scans'],
  summary: 'Read a scan',
  description: 'With `Prefer: wait=N` the answer comes when the scan has ended, after N seconds at the latest.',
  params: ScanParams,
  headers: ReadScanHeaders,
  response: {
    200: scanAnswer('The scan.'),
    304: Type.Null({ description: 'The scan is as it was when the ETag was sent.' }),
    ...problemResponses('not_found'),
  },
};

/** `GET /api/v2/scans/{id}` */
export function registerReadScan(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Params: ScanPath }>({
    method: 'GET',
    url: '/scans/:id',
    schema,
    handler: async (request, reply) => {
      const found = await findOwnScan(deps, request, request.params.id);
      const scan = await waitAsPreferred(deps, request, reply, found);
      const etag = scanEtag(scan);
      reply.header('etag', etag);
      if (matchesEtag(request.headers['if-none-match'], etag)) return reply.status(304).send();
      return reply.send(await showOwnScan(deps, request, scan));
    },
  });
}
