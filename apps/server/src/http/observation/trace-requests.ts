import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SpanAttributes } from '../../tracing/span-attributes.ts';
import type { TraceSpan, Tracing } from '../../tracing/tracing.ts';
import { isUnder, v1Prefix, v2Prefix } from '../api-prefixes.ts';

const spans = new WeakMap<FastifyRequest, TraceSpan>();

/**
 * Records a span for each request to the API, within the trace of its `traceparent` header. What
 * else a caller may send along (`tracestate`, `baggage`) is left aside: it can hold anything.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isUnder(v1Prefix, request) || isUnder(v2Prefix, request)) traceRequest(tracing, request, reply);
    done();
  });
}

/**
 * Returns what names the span of a request to whoever works for it; nothing where none is recorded.
 */
export function traceparentOf(request: FastifyRequest): string | undefined {
  return spans.get(request)?.traceparent;
}

function traceRequest(tracing: Tracing, request: FastifyRequest, reply: FastifyReply): void {
  const { traceparent } = request.headers;
  const attributes = {
    'http.request.method': request.method as NonNullable<SpanAttributes['http.request.method']>,
    'http.route': request.routeOptions.url,
  };
  const parent = typeof traceparent === 'string' ? traceparent : undefined;
  const span = tracing.start('HTTP', { kind: 'server', parent, attributes });
  spans.set(request, span);
  // Also where the client went away before the end of the answer.
  reply.raw.once('close', () => span.end(describeEnd(reply)));
}

function describeEnd({ raw: { statusCode, writableFinished } }: FastifyReply): SpanAttributes {
  if (!writableFinished) return { 'http.response.status_code': statusCode, 'error.type': 'aborted' };
  const failure = statusCode >= 500 ? { 'error.type': String(statusCode) as '500' } : {};
  return { 'http.response.status_code': statusCode, ...failure };
}
