import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController, type RouteOptions } from 'fastify';
import { ServiceError } from '../errors/service-error.ts';
import { answerBrokenRequest } from './answer-broken-request.ts';
import { answerOnSocket } from './answer-on-socket.ts';
import type { AppParts } from './app-parts.ts';
import { createAuthentication } from './authenticate.ts';
import { checkRequestHead } from './check-request-head.ts';
import { chooseRequestId } from './choose-request-id.ts';
import { commonHeaders } from './common-headers.ts';
import { createAdmissions } from './create-admissions.ts';
import { createRateLimit } from './create-rate-limit.ts';
import { discardUnreadBody } from './discard-unread-body.ts';
import { registerDocs } from './docs/register-docs.ts';
import { handleError } from './handle-error.ts';
import { limitPipelining } from './limit-pipelining.ts';
import { limitUploadTime, longestUploadMs } from './limit-upload-time.ts';
import { logRequests } from './log-requests.ts';
import { registerOpenApi } from './openapi/register-openapi.ts';
import { parseFormBody } from './parse-form-body.ts';
import { parseJsonBody } from './parse-json-body.ts';
import { readAbsoluteTarget } from './read-absolute-target.ts';
import { createMethodRefusal } from './refuse-unknown-methods.ts';
import { requireJsonAnswer } from './require-json-answer.ts';
import { registerCreatePicture } from './routes/create-picture.ts';
import { registerHealth } from './routes/health.ts';
import { registerReadScan } from './routes/read-scan.ts';
import { registerServePicture } from './routes/serve-picture.ts';
import { handleProblem } from './v2/handle-problem.ts';
import { isV2 } from './v2/is-v2.ts';
import { registerV2 } from './v2/register-v2.ts';
import { createWrongTokenLimiter } from './wrong-token-limiter.ts';

/**
 * Builds the HTTP service without listening. Tests and the server share it.
 *
 * @param onRoute hears of every route as it is added
 */
export function buildApp(parts: AppParts, onRoute?: (route: RouteOptions) => void): FastifyInstance {
  const app = createFastify(parts);
  if (onRoute) app.addHook('onRoute', onRoute);
  takeOddRequests(app);
  limitPipelining(app);
  app.setErrorHandler(handleError);
  const refuseUnknownMethod = createMethodRefusal(app);
  app.setNotFoundHandler(() => {
    throw new ServiceError('not_found', 'Not found.');
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(commonHeaders(request.id));
    done();
  });
  app.addHook('onRequest', checkRequestHead);
  // In v2 it comes after the question for the token.
  app.addHook('onRequest', (request, reply, done) => (isV2(request) ? done() : refuseUnknownMethod(request, reply, done)));
  app.addHook('onSend', (_request, reply, payload, done) => {
    // The original API names no charset, and JSON has only one (RFC 8259, section 8.1).
    if (reply.getHeader('content-type') === 'application/json; charset=utf-8') reply.header('content-type', 'application/json');
    // A request that came before the stop began would otherwise keep its connection open, and the stop would wait for it.
    if (!app.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
  limitUploadTime(app, 120_000, parts.logger);
  logRequests(app);
  discardUnreadBody(app);
  parseJsonBody(app);
  parseFormBody(app);
  const limits = {
    limitRate: createRateLimit({ requests: parts.config.rateLimit, windowSeconds: parts.config.rateLimitWindowSeconds }),
    limitWrongTokens: createWrongTokenLimiter(parts.config.wrongTokensPerMinute),
  };
  const hooks = { authenticate: createAuthentication(app, parts.tokens, ['token'], limits), requireJsonAnswer };
  const admissions = createAdmissions(parts.config, parts.tokens);
  registerOpenApi(app, parts.config.publicUrl);
  registerDocs(app, parts.config.publicUrl);
  registerCreatePicture(app, parts, hooks, admissions.uploads);
  registerReadScan(app, parts, hooks);
  registerServePicture(app, parts);
  registerHealth(app, parts);
  registerV2(app, parts, { limits, refuseUnknownMethod, admissions });
  return app;
}

/** Lets requests through, or refuses them in our words, that Node keeps apart and would answer by itself. */
function takeOddRequests({ server }: FastifyInstance): void {
  // Left to the upload route, which answers before the body is sent where it will refuse it.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  // Left to the hook that refuses it.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request, socket) => {
    socket.resume();
    answerOnSocket(socket, { status: 405, detail: 'Method "CONNECT" not allowed.', headers: { allow: '' } });
  });
}

function createFastify({ config, logger }: AppParts): FastifyInstance {
  return fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: chooseRequestId,
    // Of what is no upload; those say themselves how much they take.
    bodyLimit: 65_536,
    trustProxy: config.trustProxy,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: readAbsoluteTarget,
    // Ours refuses in our words.
    http: { requireHostHeader: false },
    // A request that came before the end of the stop is served; see start-server.ts.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    requestTimeout: longestUploadMs,
    frameworkErrors: (error, request, reply) =>
      void (isV2(request) ? handleProblem : handleError)(error, request, reply.headers(commonHeaders(request.id))),
    clientErrorHandler: (error, socket) => answerBrokenRequest(logger, error, socket),
  });
}
