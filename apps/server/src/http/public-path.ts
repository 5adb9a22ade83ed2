import type { FastifyInstance } from 'fastify';

/** With one of these before them, the service's own addresses could be read in two ways. */
const ambiguous = /^\/(admin|api|assets|docs|pictures)(\/|$)/;

/**
 * Returns the path under which clients reach the service, such as `/ocr`; the empty text where it
 * has its host for itself.
 */
export function publicPath(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

/**
 * Takes the path off what a request asks for, where the proxy has left it on. Whether a proxy does
 * is nothing that the service must know, unless the path begins as one of its own.
 *
 * @param target path and query of a request
 */
export function withoutPublicPath(target: string, path: string): string {
  return path !== '' && !ambiguous.test(path) && target.startsWith(`${path}/`) ? target.slice(path.length) : target;
}

/**
 * Has every `Location` name the path: clients resolve it against the address that they asked (RFC
 * 9110, section 10.2.2), and the routes know their own addresses only. The path by itself leads to
 * the page, whose files are named from its last slash.
 */
export function servePublicPath(app: FastifyInstance, path: string): void {
  if (path === '') return;
  app.addHook('onSend', (_request, reply, payload, done) => {
    const location = reply.getHeader('location');
    if (typeof location === 'string' && location.startsWith('/')) reply.header('location', `${path}${location}`);
    done(null, payload);
  });
  if (!ambiguous.test(path)) app.get(path, (_request, reply) => reply.redirect('/', 308));
}
