import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';

/** Space does not come back by itself: old scans have to expire, or somebody has to see to it. */
const retryAfterSeconds = 60;

/** The refusal of what cannot be stored for want of space. */
export function storageFull(cause?: unknown): ServiceError {
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
