import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';

const json = /^(\*\/\*|application\/(\*|json))$/;

/** Refuses a request whose `Accept` leaves no room for JSON (RFC 9110, section 12.5.1). */
export function requireJsonAnswer(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const ranges = (request.headers.accept ?? '*/*').split(',').map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  const acceptable = ranges.some(
    ([type = '', ...parameters]) => json.test(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)),
  );
  done(acceptable ? undefined : new ServiceError('answer.not_acceptable', 'Could not satisfy the request Accept header.'));
}
