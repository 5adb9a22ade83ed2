import { isEngineError, quadOfSpan, type Reading } from '@ocr-web/reader';
import type { Drawing } from '@ocr-web/reader-node';
import { findCovered, isBarcodeCovered } from '@ocr-web/results';
import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../../../../errors/service-error.ts';
import type { AppDeps } from '../../../app-deps.ts';
import { getSignal, throwIfRevoked } from '../../../authentication/authenticate.ts';
import { disclosePicture } from '../../../disclose-scan.ts';
import { findOwnScan } from '../find-own-scan.ts';
import { readPicture } from './serve-file.ts';

/**
 * Draws something of a completed scan, anew each time: nothing of it is kept.
 *
 * @param choose what to draw; undefined where the reading has no such thing
 * @param action what the audit log calls it, where it is more than a picture
 * @returns a PNG
 * @throws ServiceError `not_found`, `scan.not_completed`, `picture.deleted`, `drawing.failed`,
 *   `authentication.invalid` when the token is revoked meanwhile
 */
export async function drawScan(
  deps: AppDeps,
  request: FastifyRequest,
  id: number,
  choose: (reading: Reading) => Drawing | undefined,
  action?: 'scan.portrait_read',
): Promise<Uint8Array> {
  const scan = await findOwnScan(deps, request, id);
  if (!scan.reading) throw new ServiceError('scan.not_completed', 'Only a completed scan has pages and documents.');
  const drawing = choose(scan.reading);
  if (!drawing) throw new ServiceError('not_found', 'Not found.');
  const bytes = await readPicture(deps, scan);
  await disclosePicture(deps, request, scan.id, action);
  const signal = getSignal(request);
  try {
    return await deps.draw(bytes, covering(drawing, scan.reading), { signal });
  } catch (cause) {
    throwIfRevoked(request);
    // A client that has left hears nothing of it, and its leaving is no failure.
    if (!isEngineError(cause) && !signal.aborted) throw cause;
    const message = `The picture could not be drawn (${isEngineError(cause) ? cause.code : 'the request ended'}).`;
    throw new ServiceError('drawing.failed', message, { cause, retryAfterSeconds: 1 });
  }
}

/** Where protected numbers stand on a page: what an answer does not tell, no picture may. */
function covering(drawing: Drawing, { zones, barcodes = [] }: Reading): Drawing {
  const onPage = zones.filter(({ page }) => page === drawing.page);
  const codes = barcodes.filter((barcode) => barcode.page === drawing.page && isBarcodeCovered(barcode)).map(({ quad }) => quad);
  const covered = [...onPage.flatMap((zone) => findCovered(zone).map((span) => quadOfSpan(zone, span))), ...codes];
  return covered.length === 0 ? drawing : { ...drawing, covered };
}
