import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';

const tooLarge = /^FST_(ERR_CTP_BODY_TOO_LARGE|REQ_FILE_TOO_LARGE|PARTS_LIMIT|FILES_LIMIT|FIELDS_LIMIT)$/;

/** Turns what Fastify and its plugins throw about a request into a refusal of ours; undefined for everything that is not the client's fault. */
export function translateFrameworkError(error: unknown, request: FastifyRequest): ServiceError | undefined {
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const mediaType = (request.headers['content-type'] ?? '').replace(/[^\x20-\x7e]/g, '?');
    return new ServiceError('body.unsupported', `Unsupported media type "${mediaType}" in request.`, { cause: error });
  }
  if (tooLarge.test(code))
    return new ServiceError('body.too_large', 'The request has more or larger parts than are accepted.', { cause: error });
  if (statusCode >= 400 && statusCode < 500)
    return new ServiceError('body.malformed', 'The request could not be parsed.', { cause: error });
  return undefined;
}
