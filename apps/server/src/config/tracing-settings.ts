import { setting } from './setting.ts';
import { parseShare, parseUrl } from './value-parsers.ts';

/**
 * Where traces go, under the names that OpenTelemetry gives to its settings. A part of the table in
 * settings.ts.
 */
export const tracingSettings = {
  tracesEndpoint: setting({
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    doc: 'Address of a collector that takes traces by OTLP over HTTP, such as `http://127.0.0.1:4318`. Without it, nothing is traced. See [traces](tracing.md).',
    fallback: '',
    parse: parseUrl,
  }),
  tracesRatio: setting({
    env: 'OTEL_TRACES_SAMPLER_ARG',
    doc: 'Share of the traces that are recorded, from `0` to `1`, where the caller does not say whether to record.',
    fallback: '1',
    parse: parseShare,
  }),
} as const;
