import type { FastifyRequest } from 'fastify';
import { isDiskFull } from '../../errors/is-disk-full.ts';
import { isServerUnreachable } from '../../errors/is-server-unreachable.ts';
import { ServiceError } from '../../errors/service-error.ts';
import { storageFull } from './storage-full.ts';

/** Most outages of a server end within seconds: a restart, a failover. */
const retryAfterSeconds = 5;

/**
 * Turns the failure of a full disk, or of a database or store that cannot be reached, into the
 * refusal that clients know to repeat, and logs it; undefined for every other error.
 */
export function translateStorageError(error: unknown, request: FastifyRequest): ServiceError | undefined {
  if (isDiskFull(error)) {
    request.log.error({ err: error, req: request }, 'the disk is full');
    return storageFull(error);
  }
  if (!isServerUnreachable(error)) return undefined;
  request.log.error({ err: error, req: request }, 'database or store cannot be reached');
  return new ServiceError('storage.unavailable', 'The service cannot reach its storage at the moment. Try again later.', {
    retryAfterSeconds,
    cause: error,
  });
}
