import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Marks a route that only says which methods its path has. */
    readonly refusesMethod?: true;
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers 405 for the methods that a path does not have, after the same hooks as the path's own methods. */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly string[],
  hooks: readonly onRequestHookHandler[],
): void {
  const allow = allowed.join(', ');
  app.route({
    method: methods.filter((method) => !allowed.includes(method)),
    url,
    config: { refusesMethod: true },
    onRequest: [
      ...hooks,
      (request, _reply, done) => {
        done(new ServiceError('method.not_allowed', `Method "${request.method}" not allowed.`, { headers: { allow } }));
      },
    ],
    // Never reached, but a route has one.
    handler: () => undefined,
  });
}
