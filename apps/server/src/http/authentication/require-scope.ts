import type { FastifyInstance, RouteOptions } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import type { RequestHook } from '../request-hook.ts';
import { getCaller } from './authenticate.ts';
import { routeScopes } from './route-scopes.ts';

/**
 * Makes the hook that lets only tokens pass which have the scope that the route needs. It belongs
 * after the authentication. A path without a route asks for none.
 *
 * @throws Error, when a route is added to `version`, if nothing says which scope it needs
 */
export function requireScope(version: FastifyInstance): RequestHook {
  version.addHook('onRoute', refuseUnlistedRoute);
  return (request, _reply, done) => {
    const scope = routeScopes[request.routeOptions.schema?.operationId ?? ''];
    if (scope === undefined || getCaller(request).scopes.includes(scope)) return done();
    const message = `This needs a token with the scope "${scope}". "ocr-web token create --scopes ${scope} <name>" makes one.`;
    return done(new ServiceError('scope.missing', message));
  };
}

function refuseUnlistedRoute({ method, url, schema }: RouteOptions): void {
  if (schema?.operationId === undefined || routeScopes[schema.operationId] === undefined)
    throw new Error(`No scope is listed for ${[method].flat().join(', ')} ${url}: see route-scopes.ts.`);
}
