import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import { createAdmissions } from './admission/create-admissions.ts';
import { isUnder, v1Prefix, v2Prefix } from './api-prefixes.ts';
import type { AppDeps } from './app-deps.ts';
import { createRateLimit } from './authentication/create-rate-limit.ts';
import { createWrongTokenLimiter } from './authentication/wrong-token-limiter.ts';
import { parseFormBody } from './body/parse-form-body.ts';
import { parseJsonBody } from './body/parse-json-body.ts';
import { refuseEncodedBody } from './body/refuse-encoded-body.ts';
import { drainUnreadBody } from './connection/limits/drain-unread-body.ts';
import { limitUploadTime } from './connection/limits/limit-upload-time.ts';
import { createFastify } from './create-fastify.ts';
import { registerDocs } from './docs/register-docs.ts';
import { logRequests } from './observation/log-requests.ts';
import { measureRequests } from './observation/measure-requests.ts';
import { traceRequests } from './observation/trace-requests.ts';
import { registerOpenApi } from './openapi/register-openapi.ts';
import { registerPage } from './page/register-page.ts';
import { registerHealth } from './service/health.ts';
import { registerServePicture } from './service/serve-picture.ts';
import { registerV1 } from './v1/register-v1.ts';
import { registerV2 } from './v2/register-v2.ts';
import { watchPaths } from './watch-paths.ts';

/**
 * Builds the HTTP service without listening. Tests and the server share it.
 *
 * @param onRoute hears of every route as it is added
 */
export function buildApp(deps: AppDeps, onRoute?: (route: RouteOptions) => void): FastifyInstance {
  const app = createFastify(deps.config, deps.logger);
  if (onRoute) app.addHook('onRoute', onRoute);
  const paths = watchPaths(app);
  app.setNotFoundHandler(() => {
    throw new ServiceError('not_found', 'Not found.');
  });
  // In the two versions it comes after the question for the token.
  const isVersioned = (request: FastifyRequest) => isUnder(v1Prefix, request) || isUnder(v2Prefix, request);
  app.addHook('onRequest', (request, reply, done) => (isVersioned(request) ? done() : paths.refuseUnknownMethod(request, reply, done)));
  app.addHook('onSend', (_request, reply, payload, done) => {
    // The original API names no charset, and JSON has only one (RFC 8259, section 8.1).
    if (reply.getHeader('content-type') === 'application/json; charset=utf-8') reply.header('content-type', 'application/json');
    // A request that came before the stop began would otherwise keep its connection open, and the
    // stop would wait for it.
    if (!app.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
  limitUploadTime(app, 120_000, deps.logger);
  logRequests(app);
  measureRequests(app, deps.metrics);
  if (deps.tracing) traceRequests(app, deps.tracing);
  drainUnreadBody(app);
  app.addHook('preParsing', refuseEncodedBody);
  parseJsonBody(app);
  parseFormBody(app);
  const limits = {
    limitRate: createRateLimit({ requests: deps.config.rateLimit, windowSeconds: deps.config.rateLimitWindowSeconds }, deps.takePermits),
    limitWrongTokens: createWrongTokenLimiter(deps.config.wrongTokensPerMinute, deps.takePermits),
  };
  const admissions = createAdmissions(deps.config, deps.tokens);
  registerOpenApi(app, deps.config.publicUrl);
  registerDocs(app, deps.config.publicUrl);
  registerPage(app, deps.pageDirectory, deps.config.publicUrl);
  registerV1(app, deps, { limits, paths, admissions });
  registerServePicture(app, deps);
  registerHealth(app, deps);
  registerV2(app, deps, { limits, paths, admissions });
  return app;
}
