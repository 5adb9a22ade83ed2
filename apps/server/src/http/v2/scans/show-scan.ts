import type { ScanBody } from '@ocr-web/api';
import type { FastifyRequest } from 'fastify';
import { signPictureUrl } from '../../../pictures/sign-picture-url.ts';
import type { Scan } from '../../../scans/scan.ts';
import type { AppParts } from '../../app-parts.ts';
import { baseUrl } from '../../base-url.ts';
import { renderV2Scan } from './render-v2-scan.ts';

/** Returns a scan as v2 answers with it: with everything that was read, and an address of its file that is signed now. */
export function showScan(parts: AppParts, request: FastifyRequest, scan: Scan): ScanBody {
  const fileUrl = `${baseUrl(request, parts.config.publicUrl)}${signPictureUrl(parts.pictureSecret, scan.pictureKey, new Date())}`;
  return renderV2Scan(scan, fileUrl);
}
