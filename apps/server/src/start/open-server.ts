import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openAuditChain } from '../audit/open-audit-chain.ts';
import type { Config } from '../config/settings.ts';
import { openJobQueue } from '../jobs/open-job-queue.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { FinishedScans } from '../scans/processing/finished-scans.ts';
import { openActivityRecorder } from '../statistics/open-activity-recorder.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { deliverWebhooks, openWebhooks } from '../webhooks/open-webhooks.ts';
import type { Closers } from './closers.ts';
import type { Reader } from './open-reader.ts';
import { openStorage } from './open-storage.ts';
import { startApi } from './start-api.ts';
import { startMetrics } from './start-metrics.ts';
import { startProbes } from './start-probes.ts';
import { startWorker } from './start-worker.ts';

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** The token that this start made, if it made one: it can be shown now and never again. */
  readonly firstToken: string | undefined;
  /**
   * Stops in phases: not ready any more, no new requests, then running scans, then the database,
   * then the reader. Safe to call twice.
   */
  readonly stop: () => Promise<void>;
};

/**
 * Opens storage, queue and whatever the role of this process asks for, in the order of their
 * dependencies. A stop closes them in the opposite one.
 *
 * @param opening the reader, which starts meanwhile
 * @throws StartupError when the reader does not start or the port is taken; what is open then is in
 *   `closers`
 */
export async function openServer(config: Config, logger: Logger, opening: Promise<Reader>, closers: Closers): Promise<RunningServer> {
  const shutdownMs = config.shutdownSeconds * 1000;
  const tracing = await openTracing(config, logger);
  if (tracing) closers.add('tracing', tracing.close);
  const metrics = createMetrics();
  const storage = await openStorage(config, logger, closers, config.metricsPort === undefined ? undefined : metrics);
  // Up before the readers are, closed after the requests: a slow start or stop can be watched.
  await startMetrics(config, { ...storage, metrics, logger }, closers);
  const activity = openActivityRecorder(storage.database, logger);
  // After the last scan has ended, and before the database is closed.
  closers.add('activity', activity.close);
  const webhooks = openWebhooks(config, storage.database, storage.keys);
  if (config.role !== 'api') {
    // What the last request and the last scan wrote down is linked before the database is closed.
    closers.add('audit', openAuditChain(storage.database, storage.keys.auditSecret, logger));
    const observers = { tracing, onAttempt: metrics.recordAttempt };
    const deliveries = await deliverWebhooks(config, webhooks, storage.database, logger, observers);
    closers.add('webhooks', () => deliveries.close(shutdownMs));
  }
  const jobs = await openJobQueue(storage.database, logger);
  closers.add('jobs', () => jobs.close(shutdownMs));
  const finished = new FinishedScans();
  const stopping = new AbortController();
  const reader = await opening;
  if (reader.ends) metrics.followReaders(reader.ends);
  const working = { ...storage, jobs, tracing, logger, stopping: stopping.signal };
  const readAhead = config.role === 'api' ? undefined : await startWorker(config, working, reader, { finished, activity, metrics });
  const deps = { ...storage, jobs, reader, readAhead, webhooks, finished, activity, metrics, tracing, stopping: stopping.signal, logger };
  const { url, firstToken } = config.role === 'worker' ? await startProbes(config, deps, closers) : await startApi(config, deps, closers);
  const stop = async () => {
    stopping.abort();
    await setTimeout(config.drainSeconds * 1000);
    await closers.closeAll();
  };
  let stopped: Promise<void> | undefined;
  return {
    url,
    // An address leaves out the port that its scheme has anyway.
    port: Number(new URL(url).port || 80),
    firstToken,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Undefined unless there is somebody to send traces to: then nothing of it is even loaded. */
async function openTracing(config: Config, logger: Logger): Promise<Tracing | undefined> {
  if (config.tracesEndpoint === undefined) return undefined;
  const [tracing, exporter] = await Promise.all([import('../tracing/open-tracing.ts'), import('../tracing/create-exporter.ts')]);
  return tracing.openTracing(config, exporter.createExporter(config.tracesEndpoint, logger));
}
