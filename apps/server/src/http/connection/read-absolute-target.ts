import type { IncomingMessage } from 'node:http';

/**
 * Returns the path and query of a request. In the absolute form, which a client sends that takes
 * the service for a proxy, the host is in the target and stands for the one in the header (RFC
 * 9112, section 3.2.2).
 */
export function readAbsoluteTarget(request: Pick<IncomingMessage, 'url' | 'headers'>): string {
  const { url = '/' } = request;
  const [, authority, rest] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (authority === undefined || rest === undefined) return url;
  request.headers.host = authority;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
