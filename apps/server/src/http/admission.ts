import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError, type ServiceErrorCode } from '../errors/service-error.ts';

/** Bounds how many files are held in memory at the same time. */
export type Admission = {
  /** Hook that lets a request in or refuses it when it is full. */
  readonly enter: (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;
  /** Gives the place back as soon as the file is no longer held; the end of the request does the same. */
  readonly leave: (request: FastifyRequest) => void;
};

const uploadsFull = { code: 'uploads.full', message: 'Too many uploads at the same time. Try again in a moment.' } as const;

/** Makes the gate of one route. A place lasts until the file is no longer held, not until a waiting client is answered. */
export function createAdmission(
  capacity: number,
  refusal: { readonly code: ServiceErrorCode; readonly message: string } = uploadsFull,
): Admission {
  let inside = 0;
  const admitted = new WeakSet<FastifyRequest>();
  const leave = (request: FastifyRequest) => {
    if (admitted.delete(request)) inside -= 1;
  };
  return {
    enter: (request, reply, done) => {
      if (inside >= capacity) {
        done(new ServiceError(refusal.code, refusal.message, { retryAfterSeconds: 1 }));
        return;
      }
      inside += 1;
      admitted.add(request);
      reply.raw.once('close', () => leave(request));
      done();
    },
    leave,
  };
}
