import type { Logger } from 'pino';
import type { Config } from '../config/settings.ts';
import { buildProbes } from '../http/build-probes.ts';
import { closeApp } from '../http/connection/close-app.ts';
import { listen } from '../http/connection/listen.ts';
import { checkReadiness } from '../http/service/check-readiness.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import type { Closers } from './closers.ts';
import type { Storage } from './open-storage.ts';
import { storageChecks } from './storage-checks.ts';

type ProbeDeps = Storage & { readonly stopping: AbortSignal; readonly metrics: Metrics; readonly logger: Logger };

/**
 * Starts to answer whoever watches a worker: `/healthz` and `/readyz`, nothing else.
 *
 * @returns the address
 */
export async function startProbes(config: Config, deps: ProbeDeps, closers: Closers): Promise<{ url: string; firstToken: undefined }> {
  const app = buildProbes(config, deps, () => checkReadiness(storageChecks(deps), deps.stopping.aborted));
  const url = await listen(app, config.host, config.port);
  closers.add('http', () => closeApp(app, () => Promise.resolve(), config.shutdownSeconds * 1000));
  return { url, firstToken: undefined };
}
