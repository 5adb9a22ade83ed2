import type { FastifyRequest } from 'fastify';

/** A year. Not for subdomains: what else lies under the name is not this service's to say. */
const strictTransport = { 'strict-transport-security': 'max-age=31536000' } as const;

/** Returns the headers that keep browsers on https once they have come by it (RFC 6797). */
export type StrictTransport = (request: Pick<FastifyRequest, 'protocol'>) => Readonly<Record<string, string>>;

/**
 * The header is sent where TLS is known to lie in front of the service: its public address begins
 * with https, or a proxy that is trusted says so (`X-Forwarded-Proto`). Over plain http browsers
 * ignore it (section 8.1), so a direct call on the intranet changes nothing.
 */
export function createStrictTransport(publicUrl: string | undefined): StrictTransport {
  const isPublicSecure = publicUrl?.startsWith('https:') === true;
  return ({ protocol }) => (isPublicSecure || protocol === 'https' ? strictTransport : {});
}
