import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDiskFull } from '../errors/is-disk-full.ts';
import { ServiceError } from '../errors/service-error.ts';

/** Space does not come back by itself: old scans have to expire, or somebody has to see to it. */
const retryAfterSeconds = 60;

function storageFull(cause?: unknown): ServiceError {
  return new ServiceError('storage.full', 'The service has too little space left to store anything. Try again later.', {
    retryAfterSeconds,
    cause,
  });
}

/**
 * Makes a hook that refuses an upload before its body is read while space is low (507 Insufficient
 * Storage, RFC 4918, section 11.5).
 */
export function refuseWhenSpaceIsLow(isLow: () => boolean) {
  return (_request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => done(isLow() ? storageFull() : undefined);
}

/**
 * Turns the failure to store something on a full disk into the same refusal, and logs it; undefined
 * for every other error.
 */
export function translateFullDisk(error: unknown, request: FastifyRequest): ServiceError | undefined {
  if (!isDiskFull(error)) return undefined;
  request.log.error({ err: error, req: request }, 'the disk is full');
  return storageFull(error);
}
