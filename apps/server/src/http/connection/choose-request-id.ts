import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The header that carries the id of a request, in and out. */
export const requestIdHeader = 'x-request-id';

/**
 * Returns the id under which a request is logged and answered: the client's own where it is 1 to
 * 128 visible ASCII characters, a fresh one otherwise. Anything else could forge a line of the log
 * or a header.
 */
export function chooseRequestId({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const sent = headers[requestIdHeader];
  return typeof sent === 'string' && /^[\x21-\x7e]{1,128}$/.test(sent) ? sent : randomUUID();
}
