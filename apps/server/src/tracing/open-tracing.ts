import { randomUUID } from 'node:crypto';
import { ROOT_CONTEXT, type Span, SpanKind as SpanKinds, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import manifest from '../../package.json' with { type: 'json' };
import type { Config } from '../config/settings.ts';
import { settlesWithin } from '../jobs/settles-within.ts';
import { type SpanAttributes, toSafeAttributes } from './span-attributes.ts';
import type { SpanKind, SpanName, SpanOptions, TraceSpan, Tracing } from './tracing.ts';

/** How long a stop waits for the last spans to be sent. */
const closeMs = 2000;

const kinds: Readonly<Record<SpanKind, SpanKinds>> = {
  server: SpanKinds.SERVER,
  consumer: SpanKinds.CONSUMER,
  client: SpanKinds.CLIENT,
  internal: SpanKinds.INTERNAL,
};

/**
 * Records spans and hands them to an exporter in batches. Whoever called is asked whether the trace
 * is recorded; where nobody says so, a share of the traces is.
 */
export function openTracing({ role, tracesRatio }: Pick<Config, 'role' | 'tracesRatio'>, exporter: SpanExporter): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'ocr-web',
      'service.version': manifest.version,
      'service.instance.id': randomUUID(),
      'ocr_web.role': role,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(tracesRatio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
  });
  const tracer = provider.getTracer('ocr-web', manifest.version);
  return {
    start: (name, options = {}) => startSpan(tracer, name, options),
    close: async () => void (await settlesWithin(provider.shutdown(), closeMs)),
  };
}

function startSpan(tracer: Tracer, name: SpanName, { kind = 'internal', parent, startMs, attributes = {} }: SpanOptions): TraceSpan {
  const remote = parent ? parseTraceParent(parent) : null;
  const context = remote ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true }) : ROOT_CONTEXT;
  const safe = toSafeAttributes(attributes);
  const title = name === 'HTTP' ? `${safe['http.request.method'] ?? 'HTTP'} ${safe['http.route'] ?? ''}`.trim() : name;
  const span = tracer.startSpan(
    title,
    { kind: kinds[kind], attributes: safe, ...(startMs !== undefined && { startTime: startMs }) },
    context,
  );
  return { traceparent: formatTraceParent(span), end: (more, endMs) => endSpan(span, more, endMs) };
}

function endSpan(span: Span, attributes: SpanAttributes = {}, endMs?: number): void {
  const safe = toSafeAttributes(attributes);
  span.setAttributes(safe);
  if (safe['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(endMs);
}

/** Version 00 of W3C Trace Context, section 3.2.2. */
function formatTraceParent(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
