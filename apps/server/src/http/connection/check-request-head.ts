import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';

/** uri-host [ ":" port ] (RFC 9110, section 7.2, and RFC 3986, section 3.2.2); it may be empty. */
const host = /^(?:\[[0-9a-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*)(?::\d*)?$/i;

/**
 * Hook that refuses what is wrong with a request before it says anything to a route: no Host in
 * HTTP/1.1, more than one, or one that is none (RFC 9112, section 3.2), and expectations that
 * nobody can meet (RFC 9110, section 10.1.1).
 */
export function checkRequestHead({ raw, headers }: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  done(isHostValid(raw) ? refuseExpectation(headers.expect) : new ServiceError('body.malformed', 'Send one Host header, with a host.'));
}

function isHostValid({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host');
  const [first] = hosts;
  return first === undefined ? httpVersion === '1.0' : hosts.length === 1 && host.test(first);
}

function refuseExpectation(expectation: string | undefined): ServiceError | undefined {
  if (expectation === undefined || /^100-continue$/i.test(expectation)) return undefined;
  return new ServiceError('expectation.failed', 'The only expectation that can be met is 100-continue.');
}
