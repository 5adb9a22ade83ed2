import { ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';

/** A collector that is away is reported so often, milliseconds. */
const reportEveryMs = 60_000;

/**
 * Makes what sends spans to a collector, by OTLP over HTTP.
 *
 * @param endpoint address of the collector, to which `/v1/traces` is added as OTLP has it
 *   (OpenTelemetry Protocol Exporter, "Endpoint URLs for OTLP/HTTP")
 */
export function createExporter(endpoint: string, logger: Pick<Logger, 'warn'>): SpanExporter {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: 5000 });
  let quietUntil = 0;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.code === ExportResultCode.FAILED && performance.now() >= quietUntil) {
          quietUntil = performance.now() + reportEveryMs;
          logger.warn({ err: result.error, count: spans.length }, 'traces could not be sent');
        }
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
