import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';

/**
 * Hook that refuses compressed bodies of routes that take one (RFC 9110, section 15.5.16), before a
 * byte is read: pictures are compressed already, and what inflates has no size that could be
 * refused beforehand. The answer says which coding is taken (section 12.5.3).
 */
export function refuseEncodedBody(
  { headers, routeOptions }: FastifyRequest,
  _reply: FastifyReply,
  _payload: unknown,
  done: (error?: Error) => void,
): void {
  const coding = headers['content-encoding']?.trim() ?? '';
  const isRefused = routeOptions.schema?.body !== undefined && coding !== '' && !/^identity$/i.test(coding);
  done(isRefused ? encodedBody(coding) : undefined);
}

function encodedBody(coding: string): ServiceError {
  const shown = coding.slice(0, 50).replace(/[^\x20-\x7e]/g, '?');
  const message = `The body comes with "Content-Encoding: ${shown}". Send it as it is, without that header: pictures are compressed already.`;
  return new ServiceError('body.unsupported', message, { headers: { 'accept-encoding': 'identity' } });
}
