import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Hook for routes that take no body: one that comes anyway has no meaning (RFC 9110, section
 * 9.3.5), so nobody looks at it and nobody is refused for it. What discards it is
 * drain-unread-body.ts.
 */
export function ignoreUnaskedBody(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (request.routeOptions.schema?.body === undefined) {
    for (const name of ['content-type', 'content-length', 'transfer-encoding']) delete request.headers[name];
  }
  done();
}
