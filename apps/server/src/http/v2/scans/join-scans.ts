import { type JoinScansParameters, JoinScansQuery, ScanParams, type ScanPath, SidesList } from '@ocr-web/api';
import { joinSides, v2Result } from '@ocr-web/results';
import type { FastifyInstance } from 'fastify';
import type { Scan } from '../../../scans/scan.ts';
import type { AppDeps } from '../../app-deps.ts';
import { discloseResult } from '../../disclose-scan.ts';
import { problemResponses } from '../problem-responses.ts';
import { findOwnScan } from './find-own-scan.ts';

const schema = {
  operationId: 'joinScans',
  tags: ['Scans'],
  summary: 'Join the sides of a card',
  description:
    'Two scans, of the front and of the back of a card, as one document: what they say alike, and what each of them adds. Empty where nothing says that they belong together, or where something that both say clearly differs. Scans have to be read with `visual` or `barcodes` for that; one that has not ended adds nothing.',
  params: ScanParams,
  querystring: JoinScansQuery,
  response: {
    200: { description: 'The documents whose sides were found.', content: { 'application/json': { schema: SidesList } } },
    ...problemResponses('field.invalid', 'not_found'),
  },
};

/** `GET /api/v2/scans/{id}/sides` */
export function registerJoinScans(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Params: ScanPath; Querystring: JoinScansParameters }>({
    method: 'GET',
    url: '/scans/:id/sides',
    schema,
    handler: async (request, reply) => {
      const scans = [];
      // Somebody may well name the same scan twice: a page is no other side of itself.
      for (const id of new Set([request.params.id, request.query.with])) scans.push(await findOwnScan(deps, request, id));
      // Only now: of a request that is refused nothing leaves, so nothing is picked up either.
      for (const scan of scans) await discloseResult(deps, request, scan);
      return reply.send({ sides: joinSides(scans.map(resultOf)) });
    },
  });
}

/** What a scan says; nothing where it has not been read. */
function resultOf({ reading }: Scan) {
  const nothing = { total_ms: 0, decode_ms: 0, detect_ms: 0, rectify_ms: 0, recognise_ms: 0, interpret_ms: 0 };
  return v2Result(reading ?? { zones: [], pages: [], hints: [], timing: nothing });
}
