import { setting } from './setting.ts';
import { parseOptionalPort, parseText } from './value-parsers.ts';

/** The settings of the listener for Prometheus, a part of the table in settings.ts. */
export const metricsSettings = {
  metricsPort: setting({
    env: 'OCR_WEB_METRICS_PORT',
    doc: 'Port on which `/metrics` is served, in every role ([what it tells](observability.md)). Without it, nothing is. `0` picks a free one and logs it.',
    fallback: '',
    parse: parseOptionalPort,
  }),
  metricsHost: setting({
    env: 'OCR_WEB_METRICS_HOST',
    doc: 'Address on which `/metrics` is served. No token is asked for: choose one that only Prometheus reaches.',
    fallback: '127.0.0.1',
    parse: parseText,
  }),
} as const;
