import { DocumentParams, type DocumentPath, FileContent, PageParams, PortraitParams, SignatureParams } from '@ocr-web/api';
import type { Quad, Reading } from '@ocr-web/reader';
import type { Drawing } from '@ocr-web/reader-node';
import type { FastifyInstance } from 'fastify';
import type { Admission } from '../../../admission/admission.ts';
import type { AppDeps } from '../../../app-deps.ts';
import { problemResponses } from '../../problem-responses.ts';
import { drawScan } from './draw-scan.ts';
import { sendFile } from './serve-file.ts';

const response = {
  200: { description: 'A PNG.', content: { 'image/png': { schema: FileContent } } },
  ...problemResponses('not_found', 'picture.deleted', 'scan.not_completed', 'drawings.full', 'drawing.failed'),
};

const crop = {
  operationId: 'readDocumentCrop',
  tags: ['Scans'],
  summary: 'See the machine readable zone of a document',
  description: 'Cut out of its page and put upright. Drawn when it is asked for.',
  params: DocumentParams,
  response,
};

const portrait = {
  operationId: 'readPortraitCrop',
  tags: ['Scans'],
  summary: 'See a portrait of the holder',
  description: 'Cut out of its page and put upright. Drawn when it is asked for; nothing of it is kept, and it ends with its file.',
  params: PortraitParams,
  response,
};

const signature = {
  operationId: 'readSignatureCrop',
  tags: ['Scans'],
  summary: 'See a signature of the holder',
  description: 'Cut out of its page and put upright. Drawn when it is asked for; nothing of it is kept, and it ends with its file.',
  params: SignatureParams,
  response,
};

const page = {
  operationId: 'readPagePicture',
  tags: ['Scans'],
  summary: 'See a page as a picture',
  description:
    'As it is looked at, of a PDF or a TIFF too, and of what no browser shows. Its longer side has 1800 pixels at most; places in a result are proportions of the width and height in `pages`.',
  params: PageParams,
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
 * `GET /api/v2/scans/{id}/documents/{index}/crop`, `…/portraits/{index}/crop`,
 * `…/signatures/{index}/crop`, `…/pages/{index}/picture` and `…/pages/{index}/annotated`
 */
export function registerServeDrawings(v2: FastifyInstance, deps: AppDeps, drawings: Admission): void {
  const serve = (
    url: string,
    schema: typeof crop,
    choose: (reading: Reading, index: number) => Drawing | undefined,
    action?: 'scan.portrait_read',
  ) =>
    v2.route<{ Params: DocumentPath }>({
      method: 'GET',
      url,
      schema,
      onRequest: drawings.enter,
      handler: async (request, reply) => {
        const { id, index } = request.params;
        return sendFile(reply, 'image/png', await drawScan(deps, request, id, (reading) => choose(reading, index), action));
      },
    });
  const cut = (found: { readonly page: number; readonly quad: Quad } | undefined): Drawing | undefined =>
    found && { kind: 'crop', page: found.page, quad: found.quad };
  serve('/scans/:id/documents/:index/crop', crop, ({ zones }, index) => cut(zones[index]));
  serve('/scans/:id/portraits/:index/crop', portrait, ({ portraits }, index) => cut(portraits?.[index]), 'scan.portrait_read');
  serve('/scans/:id/signatures/:index/crop', signature, ({ signatures }, index) => cut(signatures?.[index]), 'scan.portrait_read');
  // A page that could not be read among others that could has no size.
  const isReadable = ({ pages }: Reading, index: number) => Boolean(pages[index]?.width);
  serve('/scans/:id/pages/:index/picture', page, (reading, index) =>
    isReadable(reading, index) ? { kind: 'page', page: index } : undefined,
  );
  serve('/scans/:id/pages/:index/annotated', annotated, (reading, index) =>
    isReadable(reading, index) ? { kind: 'annotated', page: index, zones: reading.zones.filter(({ page }) => page === index) } : undefined,
  );
}
