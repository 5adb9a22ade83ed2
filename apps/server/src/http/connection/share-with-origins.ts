import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What programs in browsers may call; the pages are for nobody else's scripts. */
const shared = /^\/(api|pictures|openapi\.json)(\/|\?|$)/;

/** What the routes of the API have. */
const methods = 'GET, HEAD, POST, PATCH, DELETE';
/**
 * What the routes of the API understand. `*` would not stand for Authorization (Fetch, section
 * 3.3.5).
 */
const requestHeaders =
  'authorization, content-type, idempotency-key, if-none-match, last-event-id, prefer, traceparent, tracestate, x-request-id';
/** What scripts may read beside what they always may (Fetch, section 2.2.2). */
const answerHeaders =
  'content-disposition, etag, idempotent-replayed, location, preference-applied, ratelimit, ratelimit-policy, retry-after, x-request-id';

/** How long browsers may remember what a preflight said, seconds. */
const maxAge = '600';

/**
 * Lets scripts of the given origins use the API (Fetch, section 3.3). Without any, no answer has a
 * header of CORS. Credentials that a browser adds by itself are never allowed: the API knows tokens
 * only, and a page has to send its own.
 *
 * @param origins compared as they are: no pattern, no suffix
 */
export function shareWithOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    if (!shared.test(request.url)) return done();
    // A cache must not give one origin what was answered to another.
    reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return done();
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': answerHeaders });
    return isPreflight(request) ? answerPreflight(reply) : done();
  });
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** A preflight has no token, so it is answered before anybody asks for one. */
function answerPreflight(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-methods': methods,
    'access-control-allow-headers': requestHeaders,
    'access-control-max-age': maxAge,
    vary: 'origin, access-control-request-method, access-control-request-headers',
  });
  void reply.status(204).send();
}
