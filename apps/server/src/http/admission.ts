import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';

/** Bounds how many uploads are held in memory at the same time. */
export type Admission = {
  /** Hook that lets a request in or refuses it with `uploads.full`. */
  readonly enter: (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;
  /** Gives the place back as soon as the picture is stored; the end of the request does the same. */
  readonly leave: (request: FastifyRequest) => void;
};

/** Makes the gate of one route. Its place lasts until the picture is stored, not until a waiting client is answered. */
export function createAdmission(capacity: number): Admission {
  let inside = 0;
  const admitted = new WeakSet<FastifyRequest>();
  const leave = (request: FastifyRequest) => {
    if (admitted.delete(request)) inside -= 1;
  };
  return {
    enter: (request, reply, done) => {
      if (inside >= capacity) {
        done(new ServiceError('uploads.full', 'Too many uploads at the same time. Try again in a moment.', { retryAfterSeconds: 1 }));
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
