import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import type { Admissions } from '../admission/create-admissions.ts';
import { v2Prefix } from '../api-prefixes.ts';
import type { AppDeps } from '../app-deps.ts';
import { type AuthenticationLimits, createAuthentication } from '../authentication/authenticate.ts';
import { requireScope } from '../authentication/require-scope.ts';
import { publicPath } from '../public-path.ts';
import type { KnownPaths } from '../watch-paths.ts';
import { registerAdmin } from './admin/register-admin.ts';
import { registerBatches } from './batches/register-batches.ts';
import { createProblemHandler } from './handle-problem.ts';
import { ignoreUnaskedBody } from './ignore-unasked-body.ts';
import { registerCreateRegistration } from './registrations/create-registration.ts';
import { registerScans } from './scans/register-scans.ts';
import { validateRequest } from './validate-request.ts';
import { registerWebhooks } from './webhooks/register-webhooks.ts';

/** What v2 shares with the rest of the service. */
type SharedHooks = {
  readonly limits: AuthenticationLimits;
  readonly paths: KnownPaths;
  readonly admissions: Admissions;
};

/**
 * Everything under `/api/v2`. In here every route asks for a token, is checked by its schema, and
 * fails as a problem (RFC 9457); nothing of that reaches v1.
 */
export function registerV2(app: FastifyInstance, deps: AppDeps, { limits, paths, admissions }: SharedHooks): void {
  app.register(
    (v2, _options, done) => {
      v2.setErrorHandler(createProblemHandler(publicPath(deps.config.publicUrl)));
      v2.setNotFoundHandler(() => {
        throw new ServiceError('not_found', 'Not found.');
      });
      v2.setValidatorCompiler(validateRequest);
      // Bodies are built by functions that are typed by the same schemas; the tests hold every
      // answer against them.
      v2.setSerializerCompiler(() => JSON.stringify);
      v2.addHook('onRequest', createAuthentication(v2, deps.tokens, ['bearer', 'token'], limits));
      v2.addHook('onRequest', paths.refuseUnknownMethod);
      v2.addHook('onRequest', requireScope(v2));
      v2.addHook('onRequest', ignoreUnaskedBody);
      // Routes, one line each.
      registerScans(v2, deps, admissions);
      registerBatches(v2, deps, admissions);
      registerCreateRegistration(v2, deps);
      registerWebhooks(v2, { ...deps.webhooks, audit: deps.audit });
      registerAdmin(v2, deps);
      done();
    },
    { prefix: v2Prefix },
  );
}
