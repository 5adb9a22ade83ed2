import type { ReadinessBody } from '@ocr-web/api';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { createFastify } from './create-fastify.ts';
import { logRequests } from './observation/log-requests.ts';
import { measureRequests } from './observation/measure-requests.ts';
import { registerHealth } from './service/health.ts';

/** Builds what a worker serves: its probes. */
export function buildProbes(
  config: Pick<Config, 'trustProxy'>,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Pick<Metrics, 'recordRequest'> },
  checkReadiness: () => Promise<ReadinessBody>,
): FastifyInstance {
  const app = createFastify(config, logger);
  app.setNotFoundHandler(() => {
    throw new ServiceError(
      'not_found',
      'Not found. This process is a worker: the API is served by those whose OCR_WEB_ROLE is api or all.',
    );
  });
  logRequests(app);
  measureRequests(app, metrics);
  registerHealth(app, { checkReadiness });
  return app;
}
