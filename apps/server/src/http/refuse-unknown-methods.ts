import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';

/** A hook that answers 405 for a path which exists, but not with the request's method. */
export type RefuseUnknownMethod = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/**
 * Makes that hook out of the routes that are added after this call; those that only refuse (see refuse-other-methods.ts) are no methods
 * of their path. It belongs after whatever else has to be said first, such as 401.
 */
export function createMethodRefusal(app: FastifyInstance): RefuseUnknownMethod {
  const paths = new Map<string, { readonly pattern: RegExp; readonly methods: string[] }>();
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.refusesMethod) return;
    const path = paths.get(url) ?? { pattern: toPattern(url), methods: [] };
    path.methods.push(...[method].flat());
    paths.set(url, path);
  });
  return (request, _reply, done) => {
    if (!request.is404) return done();
    const [asked = ''] = request.url.split('?');
    const methods = [...paths.values()].filter(({ pattern }) => pattern.test(asked)).flatMap((path) => path.methods);
    if (methods.length === 0) return done();
    const allow = [...new Set(methods)].join(', ');
    return done(new ServiceError('method.not_allowed', `Method "${request.method}" not allowed.`, { headers: { allow } }));
  };
}

/** A route's address as the router reads it: a parameter is anything up to the next slash, and a last slash may be left out or added. */
function toPattern(url: string): RegExp {
  const parts = url.replace(/\/$/, '').split('/');
  const pattern = parts.map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[^\w-]/g, '\\$&'))).join('/');
  return new RegExp(`^${pattern}/?$`);
}
