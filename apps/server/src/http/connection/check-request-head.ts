import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';

/** uri-host [ ":" port ] (RFC 9110, section 7.2, and RFC 3986, section 3.2.2); it may be empty. */
const host = /^(?:\[[0-9a-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*)(?::\d*)?$/i;

/**
 * Hook that refuses what is wrong with a request before it says anything to a route: no Host in
 * HTTP/1.1, more than one, or one that is none (RFC 9112, section 3.2), expectations that nobody
 * can meet (RFC 9110, section 10.1.1), and framing that a proxy in front could read in another way
 * than Node does (RFC 9112, sections 6.1 and 11.2). After such a request the connection is closed,
 * since nobody can say where the next one begins.
 */
export function checkRequestHead({ raw, headers }: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
  if (isFramingDoubtful(raw)) {
    reply.header('connection', 'close');
    done(new ServiceError('body.malformed', 'Send HTTP/1.1, and a body by Content-Length or by Transfer-Encoding: chunked alone.'));
    return;
  }
  done(isHostValid(raw) ? refuseExpectation(headers.expect) : new ServiceError('body.malformed', 'Send one Host header, with a host.'));
}

/**
 * Node takes codings before `chunked` and takes chunks in HTTP/1.0, which knows none, and reads the
 * head of what says it were HTTP/2.0 or 0.9.
 */
function isFramingDoubtful({ httpVersion, headers: { 'transfer-encoding': coding } }: IncomingMessage): boolean {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return true;
  return coding !== undefined && (httpVersion === '1.0' || coding.toLowerCase() !== 'chunked');
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
