import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { isUnder, v2Prefix } from './api-prefixes.ts';
import { checkRequestHead } from './connection/check-request-head.ts';
import { chooseRequestId } from './connection/choose-request-id.ts';
import { commonHeaders } from './connection/common-headers.ts';
import { followExchanges } from './connection/follow-exchanges.ts';
import { handleClientError } from './connection/handle-client-error.ts';
import { limitPipelining } from './connection/limits/limit-pipelining.ts';
import { maxUploadMs } from './connection/limits/limit-upload-time.ts';
import { readAbsoluteTarget } from './connection/read-absolute-target.ts';
import { shareWithOrigins } from './connection/share-with-origins.ts';
import { createStrictTransport } from './connection/strict-transport.ts';
import { takeOddRequests } from './connection/take-odd-requests.ts';
import { publicPath, servePublicPath, withoutPublicPath } from './public-path.ts';
import { handleError } from './v1/handle-error.ts';
import { createProblemHandler } from './v2/handle-problem.ts';

/**
 * Makes the server that the routes are added to, with the limits of a connection, and what every
 * answer has.
 */
export function createFastify(
  { trustProxy, publicUrl, corsOrigins = [] }: Pick<Config, 'trustProxy'> & Partial<Pick<Config, 'publicUrl' | 'corsOrigins'>>,
  logger: Logger,
): FastifyInstance {
  const path = publicPath(publicUrl);
  const handleProblem = createProblemHandler(path);
  const strictTransport = createStrictTransport(publicUrl);
  const headersOf = (request: FastifyRequest) => ({ ...commonHeaders(request.id), ...strictTransport(request) });
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: chooseRequestId,
    // Of what is no upload; those say themselves how much they take.
    bodyLimit: 65_536,
    trustProxy,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: (request) => withoutPublicPath(readAbsoluteTarget(request), path),
    // Ours refuses in our words.
    http: { requireHostHeader: false },
    // A request that came before the end of the stop is served; see start-server.ts.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    requestTimeout: maxUploadMs,
    frameworkErrors: (error, request, reply) =>
      void (isUnder(v2Prefix, request) ? handleProblem : handleError)(error, request, reply.headers(headersOf(request))),
    clientErrorHandler: (error, socket) => handleClientError(logger, error, socket),
  });
  followExchanges(app.server);
  takeOddRequests(app);
  limitPipelining(app);
  // What belongs to no version fails as v1 does.
  app.setErrorHandler(handleError);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersOf(request));
    done();
  });
  app.addHook('onRequest', checkRequestHead);
  shareWithOrigins(app, corsOrigins);
  servePublicPath(app, path);
  return app;
}
