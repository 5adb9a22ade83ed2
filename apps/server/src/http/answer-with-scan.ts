import type { V1ScanBody } from '@ocr-web/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import { signPictureUrl } from '../pictures/sign-picture-url.ts';
import { findScan } from '../scans/find-scan.ts';
import { renderV1Scan } from '../scans/render-v1-scan.ts';
import { isFinished, type Scan } from '../scans/scan.ts';
import type { AppParts } from './app-parts.ts';
import { getCaller } from './authenticate.ts';
import { baseUrl } from './base-url.ts';
import { parsePreferredWait } from './parse-prefer.ts';

/** Answers with a scan as it is, or as it is once the client's `Prefer: wait=N` is met or over. */
export async function answerWithScan(parts: AppParts, request: FastifyRequest, reply: FastifyReply, found: Scan): Promise<FastifyReply> {
  const seconds = parsePreferredWait(request.headers.prefer, parts.config.maxWaitSeconds);
  if (seconds !== undefined) reply.header('preference-applied', `wait=${seconds}`);
  const scan = seconds === undefined ? found : await waitForEnd(parts, request, reply, found, seconds * 1000);
  const now = new Date();
  const pictureUrl = `${baseUrl(request, parts.config.publicUrl)}${signPictureUrl(parts.pictureSecret, scan.pictureKey, now)}`;
  const body: V1ScanBody = renderV1Scan(scan, pictureUrl);
  return reply.send(body);
}

async function waitForEnd(parts: AppParts, request: FastifyRequest, reply: FastifyReply, found: Scan, timeoutMs: number): Promise<Scan> {
  if (isFinished(found)) return found;
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const find = () => findScan(parts.scans.sql, getCaller(request).ownerId, found.id, new Date());
  const ended = parts.waiters.wait(found.id, timeoutMs, leaving.signal);
  const before = await find();
  if (before && !isFinished(before)) await ended;
  leaving.abort();
  const scan = before && isFinished(before) ? before : await find();
  if (!scan) throw new ServiceError('not_found', 'Not found.');
  return scan;
}
