import type { Logger } from 'pino';
import { collectDefaultMetrics } from 'prom-client';
import type { Config } from '../config/settings.ts';
import type { Database } from '../database/database.ts';
import { buildMetricsApp } from '../http/build-metrics-app.ts';
import { closeApp } from '../http/connection/close-app.ts';
import { listen } from '../http/connection/listen.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { openBacklogGauges } from '../metrics/open-backlog-gauges.ts';
import { readBacklog } from '../metrics/read-backlog.ts';
import type { Closers } from './closers.ts';

/**
 * Gauges that end like counters, which Prometheus' own check refuses; their parts have other names.
 */
const misnamed = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

type MetricsDeps = { readonly database: Pick<Database, 'sql' | 'now'>; readonly metrics: Metrics; readonly logger: Logger };

/**
 * Serves the metrics on a listener of their own, if a port is set for it: whoever may call the API
 * need not see them.
 *
 * @throws StartupError `port.unavailable`
 */
export async function startMetrics(config: Config, { database, metrics, logger }: MetricsDeps, closers: Closers): Promise<void> {
  if (config.metricsPort === undefined) return;
  const { registry } = metrics;
  collectDefaultMetrics({ register: registry });
  for (const name of misnamed) registry.removeSingleMetric(name);
  const refreshBacklog = openBacklogGauges(registry, { read: () => readBacklog(database.sql, database.now()), logger });
  const app = buildMetricsApp(logger, async () => {
    await refreshBacklog();
    return { contentType: registry.contentType, text: await registry.metrics() };
  });
  const url = await listen(app, config.metricsHost, config.metricsPort, 'OCR_WEB_METRICS');
  closers.add('metrics', () => closeApp(app, () => Promise.resolve(), config.shutdownSeconds * 1000));
  logger.info({ port: Number(new URL(url).port || 80) }, 'metrics are served');
}
