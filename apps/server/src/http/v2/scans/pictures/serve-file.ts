import { FileContent, ScanParams, type ScanPath } from '@ocr-web/api';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ServiceError } from '../../../../errors/service-error.ts';
import { readPictureOf } from '../../../../pictures/sealed-pictures.ts';
import { isPictureKept, type ScanSummary } from '../../../../scans/scan.ts';
import type { AppDeps } from '../../../app-deps.ts';
import { disclosePicture } from '../../../disclose-scan.ts';
import { problemResponses } from '../../problem-responses.ts';
import { findOwnScanSummary } from '../find-own-scan.ts';

const schema = {
  operationId: 'readScanPicture',
  tags: ['Scans'],
  summary: 'Read the file of a scan',
  description: 'The bytes as they were uploaded.',
  params: ScanParams,
  response: {
    200: { description: 'The file.', content: { 'image/*': { schema: FileContent }, 'application/pdf': { schema: FileContent } } },
    ...problemResponses('not_found', 'picture.deleted'),
  },
};

/** `GET /api/v2/scans/{id}/picture` */
export function registerServeFile(v2: FastifyInstance, deps: AppDeps): void {
  v2.route<{ Params: ScanPath }>({
    method: 'GET',
    url: '/scans/:id/picture',
    schema,
    handler: async (request, reply) => {
      const scan = await findOwnScanSummary(deps, request, request.params.id);
      const bytes = await readPicture(deps, scan);
      await disclosePicture(deps, request, scan.id);
      return sendFile(reply, scan.mediaType, bytes);
    },
  });
}

/**
 * Returns the file of a scan.
 *
 * @throws ServiceError `picture.deleted` where it is not kept any more
 */
export async function readPicture({ scans }: Pick<AppDeps, 'scans'>, scan: ScanSummary): Promise<Uint8Array> {
  const bytes = isPictureKept(scan, scans.now()) ? await readPictureOf(scans, scan) : undefined;
  if (!bytes) throw new ServiceError('picture.deleted', 'The file of this scan is not kept any more; what was read in it is.');
  return bytes;
}

/**
 * Answers with bytes that come from a stranger: whatever they are, a browser shows them as a
 * picture and runs nothing.
 */
export function sendFile(reply: FastifyReply, mediaType: string, bytes: Uint8Array): FastifyReply {
  return reply
    .headers({ 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': 'inline' })
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
