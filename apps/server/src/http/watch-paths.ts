import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import type { RequestHook } from './request-hook.ts';

/**
 * The paths that there are, and what becomes of a request for one that does not have its method.
 */
export type KnownPaths = {
  /** Tells whether the path of a request exists, with whatever method. */
  readonly has: (request: FastifyRequest) => boolean;
  /**
   * Hook that answers 405 for a path which exists, but not with the request's method. It belongs
   * after whatever else has to be said first, such as 401.
   */
  readonly refuseUnknownMethod: RequestHook;
};

/** Keeps account of the routes that are added after this call. */
export function watchPaths(app: FastifyInstance): KnownPaths {
  const paths = new Map<string, { readonly pattern: RegExp; readonly methods: string[] }>();
  app.addHook('onRoute', ({ url, method }) => {
    const path = paths.get(url) ?? { pattern: toPattern(url), methods: [] };
    path.methods.push(...[method].flat());
    paths.set(url, path);
  });
  const findMethods = ({ url }: FastifyRequest): string[] => {
    const [asked = ''] = url.split('?');
    const methods = [...paths.values()].filter(({ pattern }) => pattern.test(asked)).flatMap((path) => path.methods);
    return [...new Set(methods)];
  };
  return {
    has: (request) => !request.is404 || findMethods(request).length > 0,
    refuseUnknownMethod: (request, _reply, done) => {
      const methods = request.is404 ? findMethods(request) : [];
      if (methods.length === 0) return done();
      const headers = { allow: methods.join(', ') };
      return done(new ServiceError('method.not_allowed', `Method "${request.method}" not allowed.`, { headers }));
    },
  };
}

/**
 * A route's address as the router reads it: a parameter is anything up to the next slash, even
 * nothing before one, and a last slash may be left out or added.
 */
function toPattern(url: string): RegExp {
  const parts = url.replace(/\/$/, '').split('/');
  const pattern = parts.map((part) => (part.startsWith(':') ? '(?:[^/]+|(?=/))' : part.replaceAll(/[^\w-]/g, '\\$&'))).join('/');
  return new RegExp(`^${pattern}/?$`);
}
