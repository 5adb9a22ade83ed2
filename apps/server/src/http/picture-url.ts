import type { FastifyRequest } from 'fastify';
import type { AppDeps } from './app-deps.ts';

/**
 * How long the address of a picture is valid, in seconds. Part of the contract of both versions.
 */
const lifetimeSeconds = 3600;

/**
 * Returns an address of a picture that is signed now. A store that does not serve its pictures
 * itself leaves them to this service.
 */
export async function pictureUrl(deps: Pick<AppDeps, 'config' | 'scans'>, request: FastifyRequest, key: string): Promise<string> {
  const url = await deps.scans.store.signedUrl(key, { expiresInSeconds: lifetimeSeconds, now: deps.scans.now() });
  return url.startsWith('/') ? `${baseUrl(request, deps.config.publicUrl)}${url}` : url;
}

/**
 * Returns the address under which the client reached the service: the operator's word for it, or
 * the request's own host.
 */
function baseUrl(request: FastifyRequest, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9A-Fa-f:.]+\](:\d+)?$/.test(request.host ?? '') ? request.host : localHost(request);
  return `${request.protocol}://${host}`;
}

/** HTTP/1.0 knows no Host header, and what is no host at all must not get into an address. */
function localHost({ socket }: FastifyRequest): string {
  return socket.localFamily === 'IPv6' ? `[${socket.localAddress}]:${socket.localPort}` : `${socket.localAddress}:${socket.localPort}`;
}
