import type { ProblemBody } from '@ocr-web/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isServiceError, type ServiceError } from '../../errors/service-error.ts';
import { errorStatus } from '../errors/error-status.ts';
import { translateFrameworkError } from '../errors/translate-framework-error.ts';
import { translateStorageError } from '../errors/translate-storage-error.ts';
import { type ProblemCode, problemTitles } from './problem-titles.ts';

/** What Fastify calls with the failure of a request. */
export type ProblemHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Makes the handler that answers a failed request of v2 as RFC 9457 has it. What is not the
 * client's fault is logged and told to nobody.
 *
 * @param path under which clients reach the service; the types of problems are addresses there
 */
export function createProblemHandler(path: string): ProblemHandler {
  const toProblem = (code: ProblemCode, status: number, detail: string, requestId: string): ProblemBody => {
    return { type: `${path}/docs/problems#${code}`, title: problemTitles[code], status, detail, code, request_id: requestId };
  };
  return (error, request, reply) => {
    const refusal = isServiceError(error) ? error : (translateFrameworkError(error, request) ?? translateStorageError(error, request));
    if (!refusal) {
      request.log.error({ err: error, req: request }, 'request failed');
      return send(reply, toProblem('server.failed', 500, 'The request failed in the service. It has been logged.', request.id));
    }
    const { code, details } = refusal;
    const status = errorStatus[code];
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    if (details.retryAfterSeconds !== undefined) reply.header('retry-after', String(details.retryAfterSeconds));
    if (details.headers) reply.headers(details.headers);
    return send(reply, { ...toProblem(code, status, toDetail(refusal), request.id), ...toErrors(refusal) });
  };
}

/** The message; one about fields names them, since a log often has nothing else. */
function toDetail(refusal: ServiceError): string {
  const { errors } = toErrors(refusal);
  if (refusal.code !== 'field.invalid' || errors === undefined) return refusal.message;
  return errors.map(({ field, detail }) => `${field}: ${detail}`).join(' ');
}

function toErrors({ message, details: { field, errors } }: ServiceError): Pick<ProblemBody, 'errors'> {
  if (errors) return { errors: [...errors] };
  return field === undefined ? {} : { errors: [{ field, detail: message }] };
}

function send(reply: FastifyReply, problem: ProblemBody): FastifyReply {
  // A problem is a problem whatever else was to be sent.
  for (const name of ['content-disposition', 'etag', 'location']) reply.removeHeader(name);
  return reply.status(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem);
}
