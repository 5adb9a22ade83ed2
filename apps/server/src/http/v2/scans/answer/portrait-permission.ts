import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../../../../errors/service-error.ts';
import type { Scan } from '../../../../scans/scan.ts';
import type { AppDeps } from '../../../app-deps.ts';
import { getCaller } from '../../../authentication/authenticate.ts';

/**
 * Refuses a request that asks for portraits where the service or its token may not.
 *
 * @throws ServiceError `field.invalid` where they are turned off, `scope.missing`
 */
export function allowPortrait({ config }: Pick<AppDeps, 'config'>, request: FastifyRequest): void {
  if (!config.portrait)
    throw new ServiceError('field.invalid', 'This service does not look for portraits: they are turned off.', { field: 'portrait' });
  if (mayShowPortrait(request)) return;
  const message =
    'A portrait needs a token with the scope "portrait" too. "ocr-web token create --scopes scan,read,portrait <name>" makes one.';
  throw new ServiceError('scope.missing', message);
}

/** Whether the caller's token may know where portraits are. */
export function mayShowPortrait(request: FastifyRequest): boolean {
  return getCaller(request).scopes.includes('portrait');
}

/** The scan without what was found of portraits and signatures. */
export function withoutPortrait(scan: Scan): Scan {
  if (!scan.reading) return scan;
  const { portraits: _, signatures: __, ...reading } = scan.reading;
  return { ...scan, reading };
}
