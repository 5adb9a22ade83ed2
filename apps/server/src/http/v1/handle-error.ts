import type { FastifyReply, FastifyRequest } from 'fastify';
import { isServiceError } from '../../errors/service-error.ts';
import { errorStatus } from '../errors/error-status.ts';
import { translateFrameworkError } from '../errors/translate-framework-error.ts';
import { translateStorageError } from '../errors/translate-storage-error.ts';

/**
 * Answers a failed request in the shape of Django REST Framework. What is not the client's fault is
 * logged and told to nobody.
 */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = isServiceError(error) ? error : (translateFrameworkError(error, request) ?? translateStorageError(error, request));
  if (!refusal) {
    request.log.error({ err: error, req: request }, 'request failed');
    return send(reply.status(500), { detail: 'A server error occurred.' });
  }
  const { code, message, details } = refusal;
  const status = errorStatus[code];
  reply.status(status);
  if (status === 401) reply.header('www-authenticate', 'Token');
  if (details.retryAfterSeconds !== undefined) reply.header('retry-after', String(details.retryAfterSeconds));
  if (details.headers) reply.headers(details.headers);
  return send(reply, details.field === undefined ? { detail: message } : { [details.field]: [message] });
}

/**
 * Serialised here, since the schema of a route's answer is about another body; and an error is JSON
 * whatever else was to be sent.
 */
function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.removeHeader('content-disposition').type('application/json').serializer(JSON.stringify).send(body);
}
