import type { FastifyRequest } from 'fastify';

/** Returns the address under which the client reached the service: the operator's word for it, or the request's own host. */
export function baseUrl(request: FastifyRequest, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9A-Fa-f:.]+\](:\d+)?$/.test(request.host ?? '') ? request.host : localHost(request);
  return `${request.protocol}://${host}`;
}

/** HTTP/1.0 knows no Host header, and what is no host at all must not get into an address. */
function localHost({ socket }: FastifyRequest): string {
  return socket.localFamily === 'IPv6' ? `[${socket.localAddress}]:${socket.localPort}` : `${socket.localAddress}:${socket.localPort}`;
}
