import type { SpanAttributes } from './span-attributes.ts';

/** What a span is to those at its ends (OpenTelemetry, Trace API, SpanKind). */
export type SpanKind = 'server' | 'consumer' | 'client' | 'internal';

/** Names of spans; that of a request is followed by the pattern of its route. */
export type SpanName =
  | 'HTTP'
  | 'process scan'
  | 'fetch picture'
  | 'read picture'
  | 'decode'
  | 'detect'
  | 'rectify'
  | 'recognise'
  | 'interpret'
  | 'visual'
  | 'portrait'
  | 'barcodes'
  | 'store result'
  | 'deliver webhook';

export type SpanOptions = {
  readonly kind?: SpanKind;
  /**
   * The `traceparent` (W3C Trace Context, section 3.2) of the span that this one belongs to;
   * without a valid one it begins a trace.
   */
  readonly parent?: string | null | undefined;
  /** When it began, if not now: milliseconds since 1970. */
  readonly startMs?: number;
  readonly attributes?: SpanAttributes;
};

/** One piece of work in a trace. */
export type TraceSpan = {
  /** What names it to those who do a part of the work elsewhere. */
  readonly traceparent: string;
  /** Ends it, once; a span with `error.type` has failed. */
  readonly end: (attributes?: SpanAttributes, endMs?: number) => void;
};

/** Records how the work for one request goes on through the processes. */
export type Tracing = {
  readonly start: (name: SpanName, options?: SpanOptions) => TraceSpan;
  /** Sends what is left, within two seconds. */
  readonly close: () => Promise<void>;
};
