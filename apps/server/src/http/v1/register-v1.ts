import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import type { Admissions } from '../admission/create-admissions.ts';
import { v1Prefix } from '../api-prefixes.ts';
import type { AppDeps } from '../app-deps.ts';
import { type AuthenticationLimits, createAuthentication } from '../authentication/authenticate.ts';
import { requireScope } from '../authentication/require-scope.ts';
import { parseUrlencodedBody } from '../body/parse-urlencoded-body.ts';
import { documentOnly } from '../openapi/document-only.ts';
import type { KnownPaths } from '../watch-paths.ts';
import { registerCreatePicture } from './create-picture.ts';
import { handleError } from './handle-error.ts';
import { registerReadScan } from './read-scan.ts';
import { requireJsonAnswer } from './require-json-answer.ts';

/** What v1 shares with the rest of the service. */
type SharedHooks = { readonly limits: AuthenticationLimits; readonly paths: KnownPaths; readonly admissions: Admissions };

/**
 * Everything under `/api/v1`. In here every route asks for a token, checks requests in the words of
 * the original API, and fails in the shape of Django REST Framework.
 */
export function registerV1(app: FastifyInstance, deps: AppDeps, { limits, paths, admissions }: SharedHooks): void {
  app.register(
    (v1, _options, done) => {
      v1.setErrorHandler(handleError);
      v1.setNotFoundHandler(() => {
        throw new ServiceError('not_found', 'Not found.');
      });
      v1.setValidatorCompiler(documentOnly);
      const authenticate = createAuthentication(v1, deps.tokens, ['token'], limits);
      // Unlike in v2, a path that leads nowhere is 404 with or without a token.
      v1.addHook('onRequest', (request, reply, next) => (paths.has(request) ? authenticate(request, reply, next) : next()));
      v1.addHook('onRequest', paths.refuseUnknownMethod);
      v1.addHook('onRequest', requireScope(v1));
      v1.addHook('onRequest', (request, reply, next) => (request.is404 ? next() : requireJsonAnswer(request, reply, next)));
      parseUrlencodedBody(v1);
      registerCreatePicture(v1, deps, admissions.uploads);
      registerReadScan(v1, deps);
      done();
    },
    { prefix: v1Prefix },
  );
}
