import { type Receiver, startReceiver } from './start-receiver.ts';

/** A span as it came. */
export type CollectedSpan = {
  /** What the sending process does. */
  readonly role: unknown;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly hasFailed: boolean;
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly endMs: number;
};

export type TraceCollector = Pick<Receiver, 'received' | 'close'> & {
  /** What `OTEL_EXPORTER_OTLP_ENDPOINT` is to be. */
  readonly endpoint: string;
  readonly spans: () => CollectedSpan[];
};

type Attributes = readonly { key: string; value: Record<string, unknown> }[];
type Span = Omit<CollectedSpan, 'role' | 'attributes' | 'hasFailed'> & {
  readonly attributes: Attributes;
  readonly status: { code: number };
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
};
type Body = { resourceSpans: { resource: { attributes: Attributes }; scopeSpans: { spans: Span[] }[] }[] };

/**
 * Starts what takes traces by OTLP over HTTP, in its JSON encoding (OTLP 1.0, section OTLP/HTTP).
 */
export async function startTraceCollector(): Promise<TraceCollector> {
  const { received, port, close } = await startReceiver((response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  );
  return {
    received,
    close,
    endpoint: `http://127.0.0.1:${port}`,
    spans: () => received.flatMap(({ body }) => readSpans(JSON.parse(body))),
  };
}

function readSpans({ resourceSpans }: Body): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const role = readAttributes(resource.attributes)['ocr_web.role'];
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => toCollected(role, span)));
  });
}

function toCollected(role: unknown, { name, traceId, spanId, parentSpanId, attributes, status, ...times }: Span): CollectedSpan {
  const [startMs, endMs] = [Number(times.startTimeUnixNano) / 1e6, Number(times.endTimeUnixNano) / 1e6];
  return {
    role,
    name,
    traceId,
    spanId,
    parentSpanId,
    attributes: readAttributes(attributes),
    hasFailed: status.code === 2,
    startMs,
    endMs,
  };
}

function readAttributes(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
