import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';

/**
 * Turns what Fastify throws about a request, and the end of its connection, into a refusal of ours;
 * undefined for everything that is not the client's fault.
 */
export function translateFrameworkError(error: unknown, request: FastifyRequest): ServiceError | undefined {
  // Node reports a client that left as it reports a lost server (ECONNRESET).
  if (error instanceof Error && error === request.raw.errored) {
    return new ServiceError('body.malformed', 'The connection ended before the body did.', { cause: error });
  }
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const mediaType = (request.headers['content-type'] ?? '').replace(/[^\x20-\x7e]/g, '?');
    return new ServiceError('body.unsupported', `Unsupported media type "${mediaType}" in request.`, { cause: error });
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const maxBytes = request.routeOptions.bodyLimit;
    return new ServiceError('body.too_large', `The request body is too large; at most ${maxBytes} bytes are accepted.`, { cause: error });
  }
  if (statusCode >= 400 && statusCode < 500)
    return new ServiceError('body.malformed', 'The request could not be parsed.', { cause: error });
  return undefined;
}
