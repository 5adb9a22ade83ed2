import { DocumentParams, type DocumentPath, FileContent, PageParams } from '@ocr-web/api';
import type { Reading } from '@ocr-web/reader';
import type { Drawing } from '@ocr-web/reader-node';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../../admission/admission.ts';
import type { AppDeps } from '../../app-deps.ts';
import { problemResponses } from '../problem-responses.ts';
import { drawScan } from './draw-scan.ts';
import { sendFile } from './serve-file.ts';

const response = {
  200: { description: 'A PNG.', content: { 'image/png': { schema: FileContent } } },
  ...problemResponses('not_found', 'scan.not_completed', 'drawings.full', 'drawing.failed'),
};

const crop = {
  operationId: 'readDocumentCrop',
  tags: ['Scans'],
  summary: 'See the machine readable zone of a document',
  description: 'Cut out of its page and put upright. Drawn when it is asked for.',
  params: DocumentParams,
  response,
};

const annotated = {
  operationId: 'readAnnotatedPage',
  tags: ['Scans'],
  summary: 'See a page with what was read on it',
  description: 'The zones, their fields and check digits are drawn over the page. Drawn when it is asked for.',
  params: PageParams,
  response,
};

/**
 * `GET /api/v2/scans/{id}/documents/{index}/crop` and `GET
 * /api/v2/scans/{id}/pages/{index}/annotated`
 */
export function registerServeDrawings(v2: FastifyInstance, deps: AppDeps, drawings: Admission): void {
  const serve = (url: string, schema: typeof crop, choose: (reading: Reading, index: number) => Drawing | undefined) =>
    v2.route<{ Params: DocumentPath }>({
      method: 'GET',
      url,
      schema,
      onRequest: drawings.enter,
      handler: async (request, reply) => {
        const { id, index } = request.params;
        return sendFile(reply, 'image/png', await drawScan(deps, request, id, (reading) => choose(reading, index)));
      },
    });
  serve('/scans/:id/documents/:index/crop', crop, ({ zones }, index) => {
    const zone = zones[index];
    return zone && { kind: 'crop', page: zone.page, quad: zone.quad };
  });
  serve('/scans/:id/pages/:index/annotated', annotated, ({ pages, zones }, index) =>
    // A page that could not be read among others that could has no size.
    pages[index]?.width ? { kind: 'annotated', page: index, zones: zones.filter(({ page }) => page === index) } : undefined,
  );
}
